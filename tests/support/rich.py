"""A workbook with everything a load-and-save through a spreadsheet library would lose."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO

import xlsxwriter

from tests.support.files import edited, part_of, with_parts
from tests.support.marking import sheet_parts
from tests.support.small import Rows, headings_of, small_rows

MEETINGS, TALKS, ROSTER = "会议活动", "谈话记录", "党员名册"
HER_NOTE = "我的批注 & 备忘：问过李二\n第二行"
THREADED = "K2"
"""Cell of 谈话记录 with a threaded comment."""
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
GUID = "{11111111-2222-4333-8444-555555555555}"


def picture() -> BytesIO:
    """Draw a small PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0))
    return BytesIO(
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" + b"\xc0\0\0" * 4) * 1) + chunk(b"IEND", b"")
    )


def rich(rows: Rows | None = None) -> bytes:
    """Write the small branch with notes, drop-downs, tables, charts, pictures and controls around it."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        red, bold = book.add_format({"bg_color": "#FF0000"}), book.add_format({"bold": True})
        for name, found in (rows or small_rows()).items():
            sheet = book.add_worksheet(name)
            for column, heading in enumerate(headings_of(name)):
                sheet.write_string(0, column, heading, bold)
                for number, row in enumerate(found, start=1):
                    sheet.write_string(number, column, str(row.get(heading) or ""))
        meetings, talks, roster = (book.get_worksheet_by_name(name) for name in (MEETINGS, TALKS, ROSTER))
        meetings.write_comment("G2", HER_NOTE, {"author": "王书记"})
        meetings.write_comment("B3", "另一条", {"author": "王书记", "visible": True})
        meetings.data_validation("H2:H50", {"validate": "list", "source": "=党员名册!$B$2:$B$50"})
        meetings.conditional_format("G2:G50", {"type": "blanks", "format": red})
        meetings.conditional_format("J2:J50", {"type": "data_bar", "data_bar_2010": True})
        meetings.conditional_format("A2:A50", {"type": "duplicate", "format": red})
        meetings.insert_button("Z5", {"caption": "按钮"})
        meetings.set_header("&L&G", {"image_left": "章.png", "image_data_left": picture()})
        meetings.merge_range("AA2:AB4", "合并")
        talks.insert_textbox("T3", "文本框")
        talks.insert_image("T9", "图.png", {"image_data": picture()})
        talks.add_sparkline("S2", {"range": "谈话记录!$AC$1:$AF$1"})
        talks.write_row("AC1", [1, 2, 3, 5])
        talks.write_formula("AG1", "=SUM(AC1:AF1)", None, 11)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=谈话记录!$AC$1:$AF$1"})
        talks.insert_chart("T15", chart)
        talks.protect("", {"objects": True})
        roster.add_table("AH1:AI4", {"name": "表一", "columns": [{"header": "甲"}, {"header": "乙"}]})
        roster.insert_checkbox("AL1", True)
        roster.freeze_panes(1, 2)
        book.define_name("我的区域", "=党员名册!$B$2:$B$9")
        book.set_properties({"title": "丰富"})
    return with_thread(with_x14_list(buffer.getvalue()))


def with_x14_list(data: bytes) -> bytes:
    """Add a drop-down whose list is on another sheet, as Excel writes it."""
    extension = (
        f'<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{X14}"><x14:dataValidations xmlns:xm="{XM}" count="1">'
        '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>党员名册!$B$2:$B$9</xm:f></x14:formula1>'
        "<xm:sqref>M2:M50</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
    )
    return edited(
        data, sheet_parts(data)[MEETINGS], lambda xml: (extension + "</extLst>").join(xml.rsplit("</extLst>", 1))
    )


def with_thread(data: bytes) -> bytes:
    """Add a threaded comment, with its stand-in among the notes, as Excel 365 writes it."""
    part = sheet_parts(data)[TALKS]
    rels = part.replace("worksheets/", "worksheets/_rels/") + ".rels"
    office, modern = (
        "http://schemas.openxmlformats.org/officeDocument/2006",
        "http://schemas.microsoft.com/office/2017/10",
    )
    note = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>'
        f"<author>tc={GUID}</author></authors><commentList>"
        f'<comment ref="{THREADED}" authorId="0" shapeId="0"><text><t>[Threaded comment] 地点问了吗</t></text></comment>'
        "</commentList></comments>"
    )
    thread = (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="{THREADED}" dT="2025-06-01T08:00:00.00" '
        f'personId="{GUID}" id="{GUID}"><text>地点问了吗</text></threadedComment></ThreadedComments>'
    )
    person = f'<personList xmlns="{THREADS}"><person displayName="王书记" id="{GUID}" userId="1" providerId="None"/></personList>'
    scaffold = part_of(data, "xl/drawings/vmlDrawing1.vml").replace('data="1"', 'data="91"')
    balloon = re.sub(r"<v:shape .*?</v:shape>|</xml>", "", scaffold, flags=re.DOTALL)
    shape = (
        '<v:shape id="_x0000_s94209" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note">'
        "<x:Anchor>11, 15, 1, 2, 13, 31, 5, 1</x:Anchor><x:Row>1</x:Row><x:Column>10</x:Column></x:ClientData></v:shape></xml>"
    )
    added = (
        f'<Relationship Id="rId91" Type="{office}/relationships/vmlDrawing" Target="../drawings/vmlDrawing91.vml"/>'
        f'<Relationship Id="rId92" Type="{office}/relationships/comments" Target="../comments91.xml"/>'
        f'<Relationship Id="rId93" Type="{modern}/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>'
    )
    people = f'<Relationship Id="rId94" Type="{modern}/relationships/person" Target="persons/person.xml"/>'
    types = (
        '<Override PartName="/xl/comments91.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>'
        '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
        '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>'
    )
    data = edited(data, rels, lambda xml: xml.replace("</Relationships>", added + "</Relationships>"))
    data = edited(
        data, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace("</Relationships>", people + "</Relationships>")
    )
    data = edited(data, "[Content_Types].xml", lambda xml: xml.replace("</Types>", types + "</Types>"))
    pointer = '<legacyDrawing r:id="rId91"/>'
    data = edited(data, part, lambda xml: xml.replace("<extLst>", pointer + "<extLst>"))
    return with_parts(
        data,
        {
            "xl/comments91.xml": note.encode(),
            "xl/drawings/vmlDrawing91.vml": (balloon + shape).encode(),
            "xl/threadedComments/threadedComment1.xml": thread.encode(),
            "xl/persons/person.xml": person.encode(),
        },
    )
