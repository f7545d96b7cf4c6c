"""Describes the charts of the work summary's annexes; the figures in the template are samples."""

from __future__ import annotations

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from tools.drafting.charts import BLUES, Drawn, from_top

QUARTERS = ("一季度", "二季度", "三季度", "四季度")


def _turnout(chart: Chart) -> None:
    chart.value_axis.maximum_scale = 1
    chart.value_axis.minimum_scale = 0
    chart.value_axis.major_unit = 0.1
    chart.plots[0].gap_width, chart.plots[0].overlap = 60, 0


def _scores(chart: Chart) -> None:
    plot = chart.plots[0]
    plot.gap_width = 60
    plot.has_data_labels = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.size = Pt(9)
    plot.data_labels.show_value = True
    chart.value_axis.minimum_scale = 0
    chart.value_axis.major_unit = 2


def _hours(chart: Chart) -> None:
    from_top(chart)
    chart.plots[0].gap_width, chart.plots[0].overlap = 40, 100
    chart.value_axis.minimum_scale = 0


TURNOUT = Drawn(
    bound="图表：附件.组织生活.图（类型：一季度、二季度、三季度、四季度），起点附件.组织生活.起点。"
    "柱形图：各类会议四个季度的参加率，纵轴从{{ 附件.组织生活.起点 }}到100%；各柱的数在上面的统计表里",
    kind=XL_CHART_TYPE.COLUMN_CLUSTERED,
    series=QUARTERS,
    category="类型",
    sample=(("甲", (0.9, 0.92, 0.88, 0.95)), ("乙", (1, 0.95, 0.9, 0.94)), ("丙", (0.85, 0.9, 0.87, 0.92))),
    form="0.0%",
    shape=_turnout,
)
SCORES = Drawn(
    bound="图表：附件.目标考核.图（分数：人数）。柱形图：得各个分数的党员各有几名；各人的得分在上面的表里",
    kind=XL_CHART_TYPE.COLUMN_CLUSTERED,
    series=("人数",),
    category="分数",
    sample=(("90分", (1,)), ("95分", (4,)), ("98分", (3,)), ("100分", (2,))),
    height=60,
    colours=(BLUES[1],),
    shape=_scores,
)
HOURS = Drawn(
    bound="图表：附件.到会学时.图（姓名：应修以内、超过应修、没有学满）。"
    "条形图：每名党员集中学习的学时，多的在上；深色到应修学时为止，浅色是超过的，空白框是还差的；各人的数在上面的表里",
    kind=XL_CHART_TYPE.BAR_STACKED,
    series=("应修学时以内", "超过应修学时", "离应修学时还差"),
    category="姓名",
    sample=tuple((name, (56, 24, 0)) for name in "甲乙")
    + tuple((name, (32, 8, 0)) for name in "丙丁戊己")
    + (("庚", (28, 0, 4)),),
    height=55,
    colours=(BLUES[1], BLUES[2], "FFFFFF"),
    shape=_hours,
)
