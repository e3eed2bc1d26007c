"""The watermark (vesileima) of a draft: pale letters across every page, in the form that Word itself gives one."""

from docx.oxml.parser import parse_xml

from eva.rendering.docx.markup import Xml, tag
from eva.rendering.literal import literal
from eva.rendering.palette import PALE

_VML = "urn:schemas-microsoft-com:vml"
_LONGEST, _TALLEST, _LETTER = 620, 118, 0.7
"""Points of the whole and of a letter, and the mean width of a letter in heights."""

_FORMULAS = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
    "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip
_PICTURE = (
    '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word">'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas>{formulas}</v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
    '</v:shapetype><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt=""'
    ' fillcolor="#{colour}" stroked="f" o:allowincell="f" style="position:absolute;margin-left:0;margin-top:0;'
    "width:{width}pt;height:{height}pt;rotation:306;z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
    '"><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt;font-weight:bold"/>'
    '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict>'
)


def watermark(words: str) -> Xml:
    """The run with the watermark; it stands behind the text, and a screen reader passes over it."""
    height = min(_TALLEST, _LONGEST / len(words) / _LETTER)
    formulas = "".join(f'<v:f eqn="{each}"/>' for each in _FORMULAS)
    width = round(height * len(words) * _LETTER)
    made = parse_xml(_PICTURE.format(formulas=formulas, colour=PALE, width=width, height=round(height)))
    *_, letters = made.iter(f"{{{_VML}}}textpath")
    letters.set("string", literal(words))
    return tag("r", made)
