# screen.py - looks at the X screen without a program of its own for each look
# SPDX-License-Identifier: GPL-3.0-or-later
"""A look costs a few milliseconds, where ImageMagick's import takes a few hundred: for waiting until nothing moves."""
import ctypes
import hashlib

ALL_PLANES, Z_PIXMAP = 0xFFFFFFFF, 2


class Image(ctypes.Structure):
    """The beginning of XImage (Xlib.h)."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


class Screen:
    """The left upper part of the screen, so wide and so high."""

    def __init__(self, size):
        self.size = size
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XGetImage.restype = ctypes.POINTER(Image)
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                                     ctypes.c_ulong, ctypes.c_int]
        self.x.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
        self.display = self.x.XOpenDisplay(None)
        assert self.display, "there is no display to look at"
        self.root = self.x.XDefaultRootWindow(self.display)

    def look(self):
        """What tells this picture from others."""
        image = self.x.XGetImage(self.display, self.root, 0, 0, *self.size, ALL_PLANES, Z_PIXMAP)
        assert image, "the screen is smaller than that"
        seen = hashlib.blake2b(ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height)).digest()
        self.x.XDestroyImage(image)
        return seen
