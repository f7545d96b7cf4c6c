"""Fills documents in several processes: the same bytes, in the same order."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import OutputFaultError
from pipeline.ooxml.package import Properties
from pipeline.rendering.docxtpl_path import Values
from pipeline.rendering.engine import Engine

if TYPE_CHECKING:
    from concurrent.futures import Future

BATCH = 64
"""Documents handed over at a time: sending them one by one costs more than filling them."""
AHEAD = 2
"""Batches each process may have waiting, so that memory stays flat."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Order:
    """One document to be filled."""

    template: str
    context: Values
    properties: Properties


def fill_all(engine: Engine, orders: Iterable[Order], jobs: int) -> Iterator[bytes]:
    """Yield the bytes of every document, in order; with more than one job, in so many processes.

    Raises TemplateFaultError as `Engine.render` does, OutputFaultError where a process was killed.
    """
    if jobs <= 1:
        yield from (engine.render(order.template, order.context, order.properties) for order in orders)
        return
    # Deferred: few runs need it, and it takes 0.01 s.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(engine.folders, engine.afresh)) as pool:
        waiting: deque[Future[list[bytes]]] = deque()
        try:
            supply = iter(orders)
            while batch := tuple(islice(supply, BATCH)):
                waiting.append(pool.submit(_fill, batch))
                if len(waiting) > AHEAD * jobs:
                    yield from waiting.popleft().result()
            yield from chain.from_iterable(future.result() for future in waiting)
        except BrokenProcessPool as error:
            raise OutputFaultError(
                "有一个生成文书的进程被系统中止了", remedy="多半是内存不够；用 --jobs 1 再试"
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_engines: list[Engine] = []
"""The engine of a worker process, made when it begins."""


def _begin(folders: tuple[Path, ...], afresh: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asked
    _engines[:] = [Engine(folders, afresh=afresh)]


def _fill(orders: tuple[Order, ...]) -> list[bytes]:
    return [_engines[0].render(order.template, order.context, order.properties) for order in orders]
