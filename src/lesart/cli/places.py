"""Places: passages as they are typed, START-END in code points of the document."""

import click

from lesart.text.span import Span


class SpanType(click.ParamType[Span]):
    """A span as START-END."""

    name = "start-end"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        if isinstance(value, Span):
            return value
        start, dash, end = str(value).partition("-")
        if not (dash and start.isdecimal() and end.isdecimal() and int(start) < int(end)):
            self.fail(f"{value!r} is not START-END, such as 1204-1391", param, ctx)
        return Span(int(start), int(end))


SPAN = SpanType()
