"""Starts a workbook: the blank one of a year, or an example."""

from __future__ import annotations

from pipeline.errors import OutputFaultError
from pipeline.flows.requests import NewRequest
from pipeline.safe_write import ANYBODY, create


def new(request: NewRequest) -> None:
    """Write the blank workbook of a year, or an example; never over a file that is there.

    Raises OutputFaultError where the file exists or cannot be written.
    """
    path = request.path
    if path.suffix.lower() != ".xlsx":
        raise OutputFaultError(f"文件名 {path} 要以 .xlsx 结尾", remedy=f"例如 zhibu new {path.stem}.xlsx")
    data = new_workbook(request)
    try:
        create(path, data, mode=ANYBODY)
    except FileExistsError as error:
        raise OutputFaultError(f"{path} 已经有了，没有覆盖", remedy="换个文件名，或先把原来的移走") from error
    except OSError as error:
        raise OutputFaultError(f"写不了 {path}", remedy="核对文件夹是否存在、能不能写") from error


def new_workbook(request: NewRequest) -> bytes:
    """Give the bytes of the workbook, for whoever keeps it somewhere else."""
    # Deferred: XlsxWriter takes 0.05 s that no other command needs.
    from pipeline.workbook.starting.example import SMALL, WHOLE, example_workbook  # noqa: PLC0415
    from pipeline.workbook.starting.starter import blank_workbook  # noqa: PLC0415

    if request.small_example:
        return example_workbook(SMALL)
    return example_workbook(WHOLE) if request.example else blank_workbook(request.year)
