"""Quines: archives that hold exactly themselves, so that whoever goes on unpacking never comes to an end.

Built as Russ Cox describes in "Zip Files All The Way Down" (2010): a deflate stream of stored blocks (print the next bytes)
and back references (print the last bytes again), whose output is the whole file, prefix and suffix included. The check
sum of a file that holds its own check sum is found by solving 32 linear equations.
"""

import struct
import zlib
from collections.abc import Callable

UNIT = 5  # bytes of an instruction
LAST_BLOCK = b"\x01\x00\x00\xff\xff"
_LENGTHS = ((3, 0), (11, 1), (19, 2), (35, 3), (67, 4), (131, 5))  # shortest length with so many extra bits
_ZIP_NAME = b"holds-nothing-but-itself-1.zip"  # 30 bytes: the header makes 65 with one instruction


def quine_gzip() -> bytes:
    """Return a gzip file that unpacks to itself."""

    def written(crc: int, size: int) -> bytes:
        head = b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xffq\x00"
        return _stream(head, LAST_BLOCK + struct.pack("<LL", crc, size))

    return _with_own_checksum(written)


def quine_zip() -> bytes:
    """Return a ZIP archive whose one member is the archive."""

    def written(crc: int, size: int) -> bytes:
        common = (20, 0, 8, 0, 23649, crc)
        packed = max(0, size - 2 * len(_ZIP_NAME) - 30 - 46 - 22)
        sizes = (packed, size, len(_ZIP_NAME))
        head = b"PK\x03\x04" + struct.pack("<5HL2L2H", *common, *sizes, 0) + _ZIP_NAME
        entry = b"PK\x01\x02" + struct.pack("<H5HL2L5H2L", 20, *common, *sizes, 0, 0, 0, 0, 0, 0) + _ZIP_NAME
        offset = max(0, size - 22 - len(entry))
        end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 1, 1, len(entry), offset, 0)
        return _stream(head, LAST_BLOCK + entry + end)

    return _with_own_checksum(written)


def _with_own_checksum(written: Callable[[int, int], bytes]) -> bytes:
    """Return the file that states its own size and CRC-32; raises ArithmeticError where none does."""
    size = len(written(0, 0))
    base = zlib.crc32(written(0, size))
    columns = [zlib.crc32(written(1 << bit, size)) ^ base ^ (1 << bit) for bit in range(32)]
    return written(_solved(columns, base), size)


def _solved(columns: list[int], wanted: int) -> int:
    """Return the bits whose columns sum up, without carry, to what is wanted."""
    basis: dict[int, tuple[int, int]] = {}  # highest bit: sum of columns, which columns
    for number, column in enumerate(columns):
        value, chosen = _reduced(column, 1 << number, basis)
        if value:
            basis[value.bit_length()] = (value, chosen)
    rest, chosen = _reduced(wanted, 0, basis)
    if rest:
        raise ArithmeticError("no check sum fits; change a byte of the header")
    return chosen


def _reduced(value: int, chosen: int, basis: dict[int, tuple[int, int]]) -> tuple[int, int]:
    for highest in sorted(basis, reverse=True):
        if value >> (highest - 1) & 1:
            value, chosen = value ^ basis[highest][0], chosen ^ basis[highest][1]
    return value, chosen


def _stream(prefix: bytes, suffix: bytes) -> bytes:
    """Return prefix, instructions and suffix; the instructions print all three."""
    print_1, print_4, print_0, again_4 = _print(UNIT), _print(4 * UNIT), _print(0), _again(4 * UNIT, 2)
    print_p, again_p = _print(len(prefix) + UNIT), _again(len(prefix) + UNIT, 2 if len(prefix) < 16 else 1)
    again_s = _again_aligned(len(suffix))
    print_s = _print(len(again_s) + len(suffix))
    start = [prefix, print_p, prefix, print_p, again_p, print_1, again_p, print_1, print_1]
    start += [print_4, again_p, print_1, print_1, print_4, again_4]
    middle = [print_4, again_4, print_4, again_4, print_4, again_4]
    tail = [again_4, print_0, print_0, print_s]
    return b"".join([*start, *middle, print_4, *tail, *tail, again_s, suffix, again_s, suffix])


def _print(length: int) -> bytes:
    """Return the instruction to print the next so many bytes: a stored block's head."""
    return b"\x00" + struct.pack("<HH", length, length ^ 0xFFFF)


def _again(length: int, matches: int) -> bytes:
    """Return the instruction to print the last so many bytes again, in five bytes."""
    sizes = [length] if matches == 1 else [10, length - 10]
    bits = _block(sizes, length)
    while len(bits) < 8 * UNIT:
        bits += _block([], length)
    if len(bits) != 8 * UNIT:
        raise ArithmeticError(f"repeating {length} bytes takes {len(bits)} bits, not {8 * UNIT}")
    return _packed(bits)


def _again_aligned(length: int) -> bytes:
    """Return an instruction to print the last bytes again: so many, and as many as it has itself."""
    for own in range(UNIT, 3 * UNIT):
        instruction = _packed(_block([length + own], length + own) + "000") + b"\x00\x00\xff\xff"
        if len(instruction) == own:
            return instruction
    raise ArithmeticError(f"no instruction repeats {length} bytes and itself")


def _block(lengths: list[int], distance: int) -> str:
    """Write a block of matches in the fixed Huffman code, as bits in the order of the stream."""
    return "010" + "".join(_length(length) + _distance(distance) for length in lengths) + "0" * 7


def _length(length: int) -> str:
    shortest, extra = next(entry for entry in reversed(_LENGTHS) if entry[0] <= length)
    symbol = 257 + (4 * extra + 4 if extra else 0) + ((length - shortest) >> extra)
    code = f"{symbol - 256:07b}" if symbol < 280 else f"{0xC0 + symbol - 280:08b}"
    return code + _extra((length - shortest) & ((1 << extra) - 1), extra)


def _distance(distance: int) -> str:
    extra = max(0, (distance - 1).bit_length() - 2)
    half = (distance - 1) >> extra & 1 if extra else 0
    symbol = 2 * extra + 2 + half if extra else distance - 1
    return f"{symbol:05b}" + _extra((distance - 1) & ((1 << extra) - 1), extra)


def _extra(value: int, count: int) -> str:
    return "".join(str(value >> bit & 1) for bit in range(count))


def _packed(bits: str) -> bytes:
    padded = bits + "0" * (-len(bits) % 8)
    return bytes(int(padded[i : i + 8][::-1], 2) for i in range(0, len(padded), 8))
