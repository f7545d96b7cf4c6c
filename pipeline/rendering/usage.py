"""Finds which fields a template uses, in every branch whether data take it or not, and which of them do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from jinja2 import nodes

from pipeline.vocabulary import Shape, Word

KEEPS = frozenset({"default", "d", "trim", "e", "escape", "句", "短语"})
"""Filters that give back what they were given, or a text of it."""
ONE_OF = frozenset({"first", "last"})
"""Filters that give one row of a table."""
COUNTS = frozenset({"length", "count"})
"""Filters that look at nothing inside."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that a template uses and that does not exist."""

    path: str
    """As the template writes it: 谈话.地方."""
    near: str = ""
    """The name that may be meant; empty where none is near."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a template uses."""

    paths: frozenset[str]
    """Every field it uses, and the groups and tables around them: 会议, 会议.出席, 会议.出席.名单."""
    unknown: tuple[Unknown, ...]

    def __or__(self, other: Usage) -> Usage:
        """Join what two parts of a template use."""
        return Usage(self.paths | other.paths, tuple(dict.fromkeys((*self.unknown, *other.unknown))))


@dataclass(frozen=True, slots=True)
class Ref:
    """Something a template names: its path and what may be said of it; None where that is not known."""

    path: str
    word: Word
    said: str
    """The path as the template writes it, by the names its loops give."""


@dataclass(slots=True, eq=False, repr=False)
class Walk:
    """Walks the syntax tree of one part of a template."""

    vocabulary: Word
    paths: set[str] = field(default_factory=set)
    unknown: dict[Unknown, None] = field(default_factory=dict)
    scope: dict[str, Ref | None] = field(default_factory=dict)
    optional: set[str] = field(default_factory=set)
    """Names that the template asks for with `is defined` or gives a default: they may be missing."""

    def usage(self, tree: nodes.Template) -> Usage:
        """Give what the part uses."""
        targets = [node.target for node in tree.find_all(nodes.Assign)]
        targets += [node.target for node in tree.find_all(nodes.AssignBlock)]
        for target in targets:
            self.scope.update(dict.fromkeys(_names(target)))
        self.optional.update(_asked_for(tree))
        self.body(tree.body)
        return Usage(frozenset(self.paths), tuple(self.unknown))

    def body(self, body: Iterable[nodes.Node]) -> None:
        """Walk some statements."""
        for node in body:
            if isinstance(node, nodes.For):
                self.loop(node)
            elif isinstance(node, nodes.If):
                self.look(node.test)
                self.body((*node.body, *node.elif_, *node.else_))
            elif isinstance(node, nodes.Output):
                for child in node.nodes:
                    self.whole(child)
            elif isinstance(node, nodes.Assign):
                self.assign(node)
            elif isinstance(node, nodes.With):
                self.named_inside(node)
            elif isinstance(node, nodes.Macro | nodes.CallBlock):
                self.macro(node)
            else:
                for inner in node.iter_child_nodes():
                    self.whole(inner) if isinstance(inner, nodes.Expr) else self.body([inner])

    def loop(self, loop: nodes.For) -> None:
        """Walk a loop: its name stands for one row."""
        over = self.handed_on(loop.iter)
        outer = dict(self.scope)
        names = list(_names(loop.target))
        self.scope.update(dict.fromkeys((*names, "loop")))
        if over is not None and len(names) == 1 and over.word.shape in {Shape.ROWS, Shape.TEXTS}:
            self.scope[names[0]] = Ref(over.path, _one_of(over.word), names[0])
        elif over is not None:
            self.everything(over)
        if loop.test is not None:
            self.look(loop.test)
        self.body(loop.body)
        self.scope = outer
        self.body(loop.else_)

    def assign(self, node: nodes.Assign) -> None:
        """Remember what a name is set to."""
        value = self.handed_on(node.node)
        if isinstance(node.target, nodes.Name):
            self.scope[node.target.name] = _called(value, node.target.name)
        elif value is not None:
            self.everything(value)

    def named_inside(self, node: nodes.With) -> None:
        """Walk what stands between `with` and its end: only there are its names known."""
        outer, values = dict(self.scope), [self.handed_on(value) for value in node.values]
        for target, value in zip(node.targets, values, strict=True):
            self.scope.update(dict.fromkeys(_names(target)))
            if isinstance(target, nodes.Name):
                self.scope[target.name] = _called(value, target.name)
            elif value is not None:
                self.everything(value)
        self.body(node.body)
        self.scope = outer

    def macro(self, node: nodes.Macro | nodes.CallBlock) -> None:
        """Walk a macro: of what it is handed all counts as used where it is called."""
        if isinstance(node, nodes.Macro):
            self.scope[node.name] = None
        else:
            self.whole(node.call)
        for default in node.defaults:
            self.whole(default)
        outer = dict(self.scope)
        self.scope.update(dict.fromkeys((*(arg.name for arg in node.args), "varargs", "kwargs", "caller")))
        self.body(node.body)
        self.scope = outer

    def handed_on(self, node: nodes.Node) -> Ref | None:
        """Find what an expression names; where it is one of several, all of them are used with what is below."""
        found = self.look(node)
        if found is None:
            self.whole(node)
        return found

    def whole(self, node: nodes.Node) -> None:
        """Look at something that is printed or handed on: all that is below it is used."""
        found = self.look(node)
        if found is not None:
            self.everything(found)
        elif isinstance(node, nodes.CondExpr):
            self.whole(node.expr1)
            if node.expr2 is not None:
                self.whole(node.expr2)
        elif isinstance(node, nodes.And | nodes.Or):
            self.whole(node.left)
            self.whole(node.right)

    def everything(self, ref: Ref) -> None:
        """Count all that is below a name as used."""
        self.paths.update(path for path, _ in ref.word.paths(ref.path))

    def look(self, node: nodes.Node) -> Ref | None:
        """Find what an expression names, and count it as used; None where it names no field."""
        found: Ref | None = None
        if isinstance(node, nodes.Name):
            found = self.scope[node.name] if node.name in self.scope else self.step(None, node.name)
        elif isinstance(node, nodes.Getattr):
            found = self.step_from(node.node, node.attr)
        elif isinstance(node, nodes.Getitem):
            found = self.item(node)
        elif isinstance(node, nodes.Filter):
            found = self.filtered(node)
        else:
            see = self.look if isinstance(node, JUDGES) else self.whole
            for child in node.iter_child_nodes():
                see(child)
        return found

    def item(self, node: nodes.Getitem) -> Ref | None:
        """Follow 会议['活动 经费'] or 议题[0]."""
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.step_from(node.node, node.arg.value)
        found = self.look(node.node)
        self.look(node.arg)
        if found is not None and found.word.shape in {Shape.ROWS, Shape.TEXTS} and isinstance(node.arg, nodes.Const):
            return Ref(found.path, _one_of(found.word), found.said)
        if found is not None:
            self.everything(found)
        return None

    def filtered(self, node: nodes.Filter) -> Ref | None:
        """Follow a filter."""
        found = self.look(node.node) if node.node is not None else None
        for child in (*node.args, *(each.value for each in node.kwargs)):
            self.whole(child)
        if found is None and node.node is not None and node.name not in COUNTS:
            self.whole(node.node)
        if found is None or node.name in KEEPS:
            return found
        if node.name in ONE_OF and found.word.shape in {Shape.ROWS, Shape.TEXTS}:
            return Ref(found.path, _one_of(found.word), found.said)
        if node.name not in COUNTS:
            self.everything(found)
        return None

    def step_from(self, node: nodes.Node, name: str) -> Ref | None:
        """Follow a dot."""
        before = self.handed_on(node)
        if before is None:
            return None
        if before.word.shape is Shape.GROUP and name in METHODS and name not in before.word.inside:
            self.everything(before)
            return None
        return self.step(before, name)

    def step(self, before: Ref | None, name: str) -> Ref | None:
        """Find a name below another, or outermost."""
        around = before.word if before is not None else self.vocabulary
        path = f"{before.path}.{name}" if before is not None else name
        said = f"{before.said}.{name}" if before is not None else name
        word = around.inside.get(name)
        if word is None:
            if said not in self.optional:
                self.unknown[Unknown(said, self.near(before, name))] = None
            return None
        self.paths.add(path)
        return Ref(path, word, said)

    def near(self, before: Ref | None, name: str) -> str:
        """Suggest the name that may be meant: beside it first, then anywhere."""
        around = before.word if before is not None else self.vocabulary
        close = get_close_matches(name, list(around.inside), n=3, cutoff=0.4)
        if close:
            best = max(close, key=lambda word: word[0] == name[0])
            return f"{before.said}.{best}" if before is not None else best
        ends = {path.rpartition(".")[2]: path for path, _ in self.vocabulary.paths()}
        return next((ends[word] for word in get_close_matches(name, sorted(ends), n=1, cutoff=0.5)), "")


JUDGES = (nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Test)
"""Expressions that look whether something is there, or what it is, and hand nothing on."""
METHODS = frozenset({"items", "keys", "values", "get"})
"""What a template may ask of a group besides its fields."""


def _called(ref: Ref | None, name: str) -> Ref | None:
    """Give the same under the name by which the template goes on to call it."""
    return None if ref is None else Ref(ref.path, ref.word, name)


def _one_of(word: Word) -> Word:
    """Give what may be said of one row of a table."""
    return Word(Shape.GROUP if word.shape is Shape.ROWS else Shape.TEXT, word.inside, word.own_of)


def _names(target: nodes.Node) -> Iterator[str]:
    """Yield the names that a loop or an assignment gives."""
    if isinstance(target, nodes.Name):
        yield target.name
    for each in target.find_all(nodes.Name):
        yield each.name


def _asked_for(tree: nodes.Template) -> Iterator[str]:
    """Yield the names that are asked for with `is defined` or have a default."""
    for test in tree.find_all(nodes.Test):
        if test.name in {"defined", "undefined"}:
            yield _dotted(test.node)
    for found in tree.find_all(nodes.Filter):
        if found.name in {"default", "d"} and found.node is not None:
            yield _dotted(found.node)


def _dotted(node: nodes.Node) -> str:
    """Write an expression as the template does, as far as it is a name with dots."""
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_dotted(node.node)}.{node.arg.value}"
    return node.name if isinstance(node, nodes.Name) else ""
