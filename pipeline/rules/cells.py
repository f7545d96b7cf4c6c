"""Rules about sheets, columns and single cells, and about references between sheets (C)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

INTEGRITY = "数据完整性"

C01 = Rule(
    code="C01",
    level=Level.ERROR,
    title="缺少工作表",
    says="缺少工作表“{sheet}”{hint}",
    remedy="从空白工作簿复制一张“{sheet}”过来；没有内容就只留表头",
    in_general="从空白工作簿复制这张表过来；没有内容就只留表头",
    basis=INTEGRITY,
    example="工作簿里没有“党员名册”这张表",
    blocks_all=True,
)
C01_LESS = Rule(
    code="C01",
    level=Level.WARNING,
    title="缺少一张工作表，按没有这类内容处理",
    says="没有工作表“{sheet}”，按没有这类内容处理{hint}",
    remedy="没有这类内容的不用管；有的，从空白工作簿复制一张“{sheet}”过来",
    in_general="没有这类内容的不用管；有的，从空白工作簿复制这张表过来",
    basis="数据完整性",
    example="工作簿里没有“立项攻关”这张表",
)
C01_RENAMED = Rule(
    code="C01",
    level=Level.ERROR,
    title="工作表改了名称",
    says="缺少工作表“{sheet}”，“{found}”的表头和它一样，像是改了名称",
    remedy="是这张表的，把名称改回“{sheet}”；不是的，换一些列名",
    in_general="是这张表的，把名称改回来；不是的，换一些列名",
    basis="数据完整性",
    example="“会议活动”这张表改名叫“会议记录表”",
    whole=True,
)
C01_FOREIGN = Rule(
    code="C01",
    level=Level.ERROR,
    title="不是支部工作簿",
    says="这不是支部工作簿：规定的表一张也没有{hint}",
    remedy="另建一本空白的支部工作簿，把已有的名册、会议等内容粘到同名的表里，再检查那一本",
    basis="数据完整性",
    example="检查的是别的软件导出的党员名册",
    blocks_all=True,
)
C02 = Rule(
    code="C02",
    level=Level.WARNING,
    title="不认识的工作表",
    says="不认识工作表“{sheet}”，里面的{rows}行内容不会用到{hint}",
    remedy="如果是要用的数据，改成规定的表名；如果只是自己留存，可以不管",
    basis=INTEGRITY,
    example="多了一张叫“草稿”的表，里面有内容",
)
C03 = Rule(
    code="C03",
    level=Level.ERROR,
    title="缺少必填的列",
    says="找不到“{heading}”列{hint}",
    remedy="在表头那一行补上“{heading}”列；没有这一项的，格子留空，不要为了过检查编内容",
    in_general="在表头那一行补上这一列；没有这一项的，格子留空，不要为了过检查编内容",
    basis=INTEGRITY,
    example="党员名册的表头里没有“姓名”",
    whole=True,
)
C03_BLANK = Rule(
    code="C03",
    level=Level.WARNING,
    title="缺少通常要填的列",
    says="找不到“{heading}”列，这一项按空着处理，印出来手写{hint}",
    remedy="有这一项的，在表头那一行补上“{heading}”列；没有的不用补，不要编内容",
    in_general="有这一项的，在表头那一行补上这一列；没有的不用补，不要编内容",
    basis="数据完整性",
    example="会议活动的表头里没有“地点”",
)
C04 = Rule(
    code="C04",
    level=Level.WARNING,
    title="缺少可不填的列",
    says="找不到“{heading}”列，这一项按没有填处理{hint}",
    remedy="要填这一项，就在表头那一行补上“{heading}”列",
    in_general="要填这一项，就在表头那一行补上这一列",
    basis=INTEGRITY,
    example="党员名册的表头里没有“民族”",
)
C05 = Rule(
    code="C05",
    level=Level.ERROR,
    title="列重复",
    says="“{heading}”列出现了两次（{first}列和{second}列），不知道以哪列为准",
    remedy="删去多余的一列，或给它改个表头",
    basis=INTEGRITY,
    example="党员名册里有两列都叫“姓名”",
    whole=True,
)
C05_SAME = Rule(
    code="C05",
    level=Level.WARNING,
    title="列重复，内容相同",
    says="“{heading}”列出现了两次（{first}列和{second}列），内容相同，用的是{first}列",
    remedy="删去多余的一列",
    basis="数据完整性",
    example="党员名册里有两列“姓名”，每一格都相同",
)
C06 = Rule(
    code="C06",
    level=Level.ERROR,
    title="必填的格子空着",
    says="“{heading}”没有填",
    remedy="补上“{heading}”。{help}",
    in_general="补上空着的这一格；怎么填，看表头的批注",
    basis=INTEGRITY,
    example="会议活动的编号空着",
)
C06_BLANK = Rule(
    code="C06",
    level=Level.WARNING,
    title="通常要填的格子空着",
    says="“{heading}”没有填，印出来留空手写",
    remedy="知道的补上；不知道的留空，印出来手写，不要估填。{help}",
    in_general="知道的补上；不知道的留空，印出来手写，不要估填",
    basis="数据完整性",
    example="谈话记录的地点空着",
)
C07 = Rule(
    code="C07",
    level=Level.ERROR,
    title="日期看不懂",
    says="“{value}”不能作日期：{reason}",
    remedy="写成年月日齐全的日期，如 2025-3-5 或 2025年3月5日{otherwise}",
    in_general="写成年月日齐全的日期，如 2025-3-5 或 2025年3月5日；不是必填又不知道哪一天的，先留空",
    basis=INTEGRITY,
    example="日期写成“2025年5月”，没有日",
)
C08 = Rule(
    code="C08",
    level=Level.ERROR,
    title="时间看不懂",
    says="“{value}”不能作时间：{reason}",
    remedy="写成 14:30 或 下午2:30 这样的时间",
    basis=INTEGRITY,
    example="开始时间写成“二点”",
)
C09 = Rule(
    code="C09",
    level=Level.ERROR,
    title="不在选项之内",
    says="“{value}”不是“{heading}”的选项{hint}",
    remedy="从这几项里选：{choices}",
    in_general="从规定的几项里选一项",
    basis=INTEGRITY,
    example="方式写成“微信”，选项里没有",
)
C09_PRINTED = Rule(
    code="C09",
    level=Level.WARNING,
    title="不在选项之内，照原字印",
    says="“{value}”不是“{heading}”的选项{hint}，照原字印",
    remedy="写错的从这几项里选：{choices}；本来就是这样的不用改",
    in_general="写错的从规定的几项里选一项；本来就是这样的不用改",
    basis="数据完整性",
    example="立项的类别写成“技术革新”，选项里没有",
)
C10 = Rule(
    code="C10",
    level=Level.ERROR,
    title="不是规定的数",
    says="“{value}”不能作“{heading}”：{reason}",
    remedy="只写一个数，不带单位和说明",
    basis=INTEGRITY,
    example="赞成写成“多数”，或者5.5",
)
C11 = Rule(
    code="C11",
    level=Level.ERROR,
    title="单元格是错误值",
    says="单元格里是错误值 {value}",
    remedy="改正公式，或直接填上内容",
    basis=INTEGRITY,
    example="单元格显示 #REF!",
)
C12 = Rule(
    code="C12",
    level=Level.ERROR,
    title="公式没有算出结果",
    says="单元格里是公式，但文件里没有存下计算结果",
    remedy="用 Excel 或 WPS 打开，等它算完再保存；或者直接填上内容",
    basis=INTEGRITY,
    example="别的软件写出的公式，打开前没有结果",
)
C13 = Rule(
    code="C13",
    level=Level.ERROR,
    title="有丢了字的符号",
    says="第{place}个字是丢了字的符号（{name}），原来的字已经读不出",
    remedy="对照原件补上这个字",
    basis=INTEGRITY,
    example="从别的软件复制时丢了字，显示成�",
)
C13_CONTROL = Rule(
    code="C13",
    level=Level.WARNING,
    title="有不带内容的控制字符",
    says="第{place}个字是看不见的控制字符（{name}），Word 文件里不能有，已去掉再印",
    remedy="不影响内容，可以不管；要去掉，把光标移到那里删去",
    basis="数据完整性",
    example="从网页复制的文字里夹着看不见的控制字符",
)
C14 = Rule(
    code="C14",
    level=Level.ERROR,
    title="人名不在党员名册",
    says="“{name}”不在党员名册{hint}",
    remedy="核对姓名；不是本支部党员的不要加进名册{guest}",
    in_general="核对姓名；不是本支部党员的不要加进名册，来参加会议的写进列席并注明身份",
    basis=INTEGRITY,
    example="缺席写成“林小燕(病假)”，名册上是林晓燕",
)
C14_PRINTED = Rule(
    code="C14",
    level=Level.WARNING,
    title="只印不判断的人名不在党员名册",
    says="“{name}”不在党员名册{hint}，照写照印",
    remedy="姓名写错的改姓名{guest}；不是本支部党员的不要加进名册",
    in_general="姓名写错的改姓名；外单位或群众写进列席，注明身份；不是本支部党员的不要加进名册",
    basis="数据完整性",
    example="记录人写了一名群众，列席里没有他",
)
C15 = Rule(
    code="C15",
    level=Level.ERROR,
    title="同名的人没有分清",
    says="名册里有{count}个“{name}”，不知道是哪一个",
    remedy="写成 {choices} 这样，括号里是编号",
    in_general="姓名后面加括号写上编号，如 王海涛(D04)",
    basis=INTEGRITY,
    example="名册上有两个王海涛，主持人只写“王海涛”",
)
C16 = Rule(
    code="C16",
    level=Level.ERROR,
    title="引用的编号或小组不存在",
    says="“{value}”在“{sheet}”里找不到{hint}",
    remedy="核对“{heading}”，或先在“{sheet}”里补上这一项",
    in_general="核对编号或党小组，或先在那张表里补上这一项",
    basis=INTEGRITY,
    example="会议编号写成H111，会议活动里没有",
)
C17 = Rule(
    code="C17",
    level=Level.ERROR,
    title="编号重复",
    says="编号“{value}”和第{first}行重复",
    remedy="给其中一行换个编号",
    basis=INTEGRITY,
    example="两次谈话的编号都是T005",
)
C18 = Rule(
    code="C18",
    level=Level.NOTE,
    title="读取时换算了值",
    says="“{value}”按“{taken}”读取：{reason}",
    remedy="如果不是这个意思，请改写单元格",
    basis=INTEGRITY,
    example="党员类别写“正式党员”，读作“正式”",
)
C19 = Rule(
    code="C19",
    level=Level.NOTE,
    title="日期没写年份",
    says="“{value}”没有写年份，按支部信息的年度读作{taken}",
    remedy="如果不是这一年，请把年份写上",
    basis=INTEGRITY,
    example="日期只写“3月5日”",
)
C20 = Rule(
    code="C20",
    level=Level.WARNING,
    title="支部信息、设置里不认识的项目",
    says="不认识项目“{value}”，这一行不会用到{hint}",
    remedy="核对项目名称；自己备忘用的可以不管",
    basis=INTEGRITY,
    example="项目写成“支部书纪”",
)
C21 = Rule(
    code="C21",
    level=Level.ERROR,
    title="支部信息里的项目写了两次",
    says="“{heading}”在第{first}行已经填过，这里又填了一次",
    remedy="只留一行",
    basis=INTEGRITY,
    example="“年度”写了两行",
)
C21_SAME = Rule(
    code="C21",
    level=Level.WARNING,
    title="支部信息里的项目写了两次，内容相同",
    says="“{heading}”在第{first}行已经填过，这里又填了一次，内容相同",
    remedy="删去一行",
    basis="数据完整性",
    example="“年度”写了两行，都是2025",
)
C22 = Rule(
    code="C22",
    level=Level.ERROR,
    title="支部信息缺必填的项目",
    says="支部信息里没有“{heading}”这一行",
    remedy="补一行：项目写“{heading}”，内容照实填。{help}",
    in_general="补一行：项目照写这一项的名称，内容照实填",
    basis=INTEGRITY,
    example="支部信息里没有“年度”这一行",
    blocks_all=True,
)
C22_BLANK = Rule(
    code="C22",
    level=Level.WARNING,
    title="支部信息缺通常要填的项目",
    says="支部信息里没有“{heading}”这一行，用到的地方留空",
    remedy="有的补一行：项目写“{heading}”，内容照实填；没有的不用补。{help}",
    in_general="有的补一行：项目照写这一项的名称，内容照实填；没有的不用补",
    basis="数据完整性",
    example="支部信息里没有“上级党组织”这一行",
)
C23 = Rule(
    code="C23",
    level=Level.ERROR,
    title="数据区有合并单元格",
    says="{range} 是合并单元格，合并后只有左上角有内容，其余各格等于空着",
    remedy="取消合并，每一格都填上",
    basis=INTEGRITY,
    example="H2到H5合并成了一格",
)
C41 = Rule(
    code="C41",
    level=Level.WARNING,
    title="合计行没有用到",
    says="这一行写着“{word}”，当作合计行，没有用到",
    remedy="合计由程序算，可以不管；不是合计的，改写编号和姓名那几格",
    basis="数据完整性",
    example="党员名册最后一行写着“合计”",
)
C24 = Rule(
    code="C24",
    level=Level.NOTE,
    title="隐藏的内容也计入",
    says="{what}是隐藏的，里面的内容照样读取",
    remedy="不想用的请删去，光隐藏不算",
    basis=INTEGRITY,
    example="第3行被隐藏，里面有内容",
)
C25 = Rule(
    code="C25",
    level=Level.ERROR,
    title="编号的位数可能丢了",
    says="“{value}”是按数值存的长编号，Excel 只保留15位，后面的数已经不可靠",
    remedy="把这一列设成文本格式，重新填写编号",
    basis=INTEGRITY,
    example="编号按数值存了18位，后几位变成0",
)
C26 = Rule(
    code="C26",
    level=Level.ERROR,
    title="写法看不懂",
    says="“{value}”看不懂：{reason}",
    remedy="照这样写：{example}",
    in_general="照这一栏的写法改，如缺席写 张三(病假)",
    basis=INTEGRITY,
    example="缺席写着“(病假)”，没有姓名",
)
C27 = Rule(
    code="C27",
    level=Level.WARNING,
    title="写法可疑",
    says="“{value}”不像{heading}：{reason}",
    remedy="核对是不是多打、错打了字符",
    basis=INTEGRITY,
    example="编号写成“H00１＃”",
)
C28 = Rule(
    code="C28",
    level=Level.NOTE,
    title="多出来的列",
    says="“{heading}”不是规定的列，程序不检查它；模板里可以用这个列名取它的值",
    remedy="不需要处理",
    basis=INTEGRITY,
    example="名册上自己加了一列“血型”",
)
C29 = Rule(
    code="C29",
    level=Level.WARNING,
    title="表头像是写错了",
    says="不认识“{heading}”列，像是“{nearest}”写错了",
    remedy="要是这个意思，把表头改成“{nearest}”",
    in_general="要是这个意思，把表头改成规定的列名",
    basis=INTEGRITY,
    example="表头写成“转正日朝”",
)
C29_TAKEN = Rule(
    code="C29",
    level=Level.NOTE,
    title="表头换了说法",
    says="“{heading}”列当作“{taken}”读",
    remedy="如果不是这个意思，换一个列名",
    basis="程序说明",
    example="会议活动的表头写成“缺席人员”",
)
C29_STATES = Rule(
    code="C29",
    level=Level.ERROR,
    title="空着就有意思的列，表头认不出",
    says="不认识“{heading}”列，像是“{nearest}”；这一列空着也有意思，认不出就会算错人数",
    remedy="要是这个意思，把表头改成“{nearest}”；不是的，换一个不相近的列名",
    in_general="要是这个意思，把表头改成规定的列名；不是的，换一个不相近的列名",
    basis="数据完整性",
    example="会议活动的表头写成“缺席的同志”，没有“缺席”列",
    whole=True,
)
C30 = Rule(
    code="C30",
    level=Level.WARNING,
    title="单元格里是图片",
    says="单元格里是图片，读不出文字，按空着处理",
    remedy="照片不放进单元格，只写照片编号",
    basis=INTEGRITY,
    example="照片一格里嵌了图片",
)
C31 = Rule(
    code="C31",
    level=Level.ERROR,
    title="找不到表头",
    says="前{rows}行里没有找到表头，应有这些列：{headings}",
    remedy="从空白工作簿复制表头；表头要在一行里，不要合并单元格",
    basis=INTEGRITY,
    example="表头上面有十几行说明，或者表头合并了单元格",
    whole=True,
)
C32 = Rule(
    code="C32",
    level=Level.WARNING,
    title="有内容的列没有表头",
    says="这一列有内容，却没有表头，里面的内容不会用到",
    remedy="在表头那一行给它写上列名；不要的内容请删去",
    basis=INTEGRITY,
    example="最右边一列有内容，表头那格空着",
)
C33 = Rule(
    code="C33",
    level=Level.WARNING,
    title="填在这里不会印出来",
    says="“{heading}”填了“{value}”，但{why}，不会印进文书",
    remedy="{remedy}",
    in_general="要印的写到印得出来的栏目里；不要的清空这一格",
    basis=INTEGRITY,
    example="环节是“发言”的一行填了批评对象",
)
C37 = Rule(
    code="C37",
    level=Level.WARNING,
    title="设置的值不能用",
    says="“{value}”不能作“{heading}”：{reason}，按默认的{default}处理",
    remedy="照“可以填”一栏改写，或清空这一格",
    basis=INTEGRITY,
    example="录入期限写“一周左右”",
)
C38 = Rule(
    code="C38",
    level=Level.WARNING,
    title="不能停用的检查",
    says="“{value}”没有停用：{reason}",
    remedy="核对规则编号（zhibu rules 列出全部编号）；错误、程序问题不能停用，只有提醒可以",
    basis=INTEGRITY,
    example="停用的检查写 M04，它是错误级",
)
C39 = Rule(
    code="C39",
    level=Level.WARNING,
    title="设置里的项目写了两次",
    says="“{heading}”在第{first}行已经填过，以那一行为准",
    remedy="只留一行",
    basis=INTEGRITY,
    example="“录入期限”写了两行",
)
C33_SHEET = Rule(
    code="C33",
    level=Level.WARNING,
    title="填了而没有文书可印",
    says="这张表填了{what}，但{why}，不会印进文书",
    remedy="{remedy}",
    in_general="在会议活动里把评议那次会的类型写成“民主评议”，合并开展的写“组织生活会、民主评议”",
    basis=INTEGRITY,
    example="民主评议填了8行，会议活动里却没有一次会的类型是“民主评议”",
)
C34 = Rule(
    code="C34",
    level=Level.ERROR,
    title="两张工作表的名称分不清",
    says="“{first}”和“{second}”两张工作表的名称只差空格或全角半角，不知道以哪张为准",
    remedy="把两张表的内容并到一张里，多余的一张删去或改个名称",
    basis=INTEGRITY,
    example="一张表叫“会议活动”，另一张叫“会议 活动”，两张都有内容",
    whole=True,
)
C35 = Rule(
    code="C35",
    level=Level.ERROR,
    title="党员名册是空的",
    says="“{sheet}”里一个人也没有",
    remedy="表头下面一行填一名党员；没有名册就推算不出应到、表决和人数",
    basis=INTEGRITY,
    example="党员名册只有表头，下面一行也没有填",
    blocks_all=True,
)
C36 = Rule(
    code="C36",
    level=Level.WARNING,
    title="日期不在本年度",
    says="“{heading}”是{day}，不在{year}年度内；总结里带着年份印出，不计入当年的数",
    remedy="不要改日期：确是别的年度的事，移到那一年的工作簿；写错的改错的那一格",
    basis=INTEGRITY,
    example="2025年的工作簿里，一行表彰的日期是2024年12月30日",
)
C40 = Rule(
    code="C40",
    level=Level.WARNING,
    title="自己加的列与程序算出的栏目同名",
    says="自己加的列“{heading}”和程序算出的栏目同名；模板里用这个名称得到的是程序算出的，这一列的内容印不出来",
    remedy="要印这一列，就给它换一个列名",
    basis=INTEGRITY,
    example="会议活动里自己加了一列“人数”",
)
