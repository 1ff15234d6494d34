"""Errors of a disk or a network share, caused by the kernel: system calls fail with an error code from then on.

On Linux any unprivileged process can request this (seccomp, prctl(2)); it lasts until the process ends. Call `refuse`
only in a separate process.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

# numbers of the system calls by name, for each architecture
_CALLS = {"x86_64": {"fcntl": 72, "pwrite64": 18, "sendfile": 40, "copy_file_range": 326, "openat": 257},
          "aarch64": {"fcntl": 25, "pwrite64": 68, "sendfile": 71, "copy_file_range": 285, "openat": 56}}
SET_LOCK = 1, (6, 7)  # which argument of fcntl, counted from 0, and its values: F_SETLK, F_SETLKW
NEW_FILE = 2, (os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW,)  # of openat, as SQLite creates its journal
NO_LOCKS, FULL, FORBIDDEN = errno.ENOLCK, errno.ENOSPC, errno.EACCES
GRANTED = 0  # the call does nothing and reports success, like a share that pretends to lock
POSSIBLE = sys.platform == "linux" and platform.machine() in _CALLS
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # instructions of the filter: BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_RET|K
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_CALL_AT, _ARGUMENTS_AT = 0, 16  # in struct seccomp_data


def refuse(names: tuple[str, ...], code: int, only: tuple[int, tuple[int, ...]] = (0, ())) -> None:
    """Make these system calls of this thread fail with `code` from now on.

    `only` limits this to calls that have one of the values in the argument of this index.
    """
    numbers = [_CALLS[platform.machine()][name] for name in names]
    program = b"".join(_program(number, code, *only) for number in numbers) + _instruction(_RETURN, 0, 0, _ALLOW)
    filters = ctypes.create_string_buffer(program, len(program))
    filter_program = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(filters))
    libc = ctypes.CDLL(None, use_errno=True)
    for arguments in ((38, 1, 0, 0, 0), (22, 2, ctypes.c_char_p(filter_program), 0, 0)):  # NO_NEW_PRIVS, SECCOMP
        if libc.prctl(*arguments):
            raise OSError(ctypes.get_errno(), "prctl")


def _program(number: int, code: int, argument: int, values: tuple[int, ...]) -> bytes:
    end = _instruction(_RETURN, 0, 0, _ERRNO | code)
    if not values:
        return _instruction(_LOAD, 0, 0, _CALL_AT) + _instruction(_EQUAL, 0, 1, number) + end
    tests = b"".join(_instruction(_EQUAL, len(values) - at - 1, 0 if at < len(values) - 1 else 1, value)
                     for at, value in enumerate(values))
    return (_instruction(_LOAD, 0, 0, _CALL_AT) + _instruction(_EQUAL, 0, len(values) + 2, number)
            + _instruction(_LOAD, 0, 0, _ARGUMENTS_AT + 8 * argument) + tests + end)


def _instruction(operation: int, jump_true: int, jump_false: int, value: int) -> bytes:
    return struct.pack("HBBI", operation, jump_true, jump_false, value)
