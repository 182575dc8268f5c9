"""What WeasyPrint leaves open for PDF/A-3a and PDF/UA-1 in one file: the second claim, running heads as artifacts."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

import pydyf
from weasyprint import Document

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PDFUAID = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
_PREFIXES = {"pdfuaid": _PDFUAID, "pdfaExtension": _EXTENSION, "pdfaSchema": _SCHEMA, "pdfaProperty": _PROPERTY}
_PAGINATION = (b"/Artifact", b"<</Type /Pagination>>")


def claim_pdf_ua(document: Document) -> None:
    """Add the claim of PDF/UA-1 to the metadata of a document that is written as PDF/A-3a.

    WeasyPrint writes one claim a file. PDF/A wants every foreign property described: the schema
    stands beside the claim. Source: ISO 14289-1, 5; ISO 19005-3, 6.6.2.3.
    """
    for prefix, address in _PREFIXES.items():
        ElementTree.register_namespace(prefix, address)
    metadata = document.metadata
    original = metadata.generate_rdf_metadata

    def with_claim(*args: Any, **kwargs: Any) -> bytes:
        rdf = ElementTree.fromstring(original(*args, **kwargs))  # noqa: S314
        rdf.extend([_claim(), _schema()])
        written: bytes = ElementTree.tostring(rdf, encoding="utf-8")
        return written

    metadata.generate_rdf_metadata = with_claim


def running_heads_as_artifacts(_document: Document, pdf: pydyf.PDF) -> None:
    """Mark what stands outside the structure tree as pagination: screen readers pass it by, checkers see why.

    WeasyPrint marks the text of margin boxes as content, but hangs it on elements that the tree does not reach.
    """
    objects = {thing.reference: thing for thing in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    reached = set(_below(root["K"][0], objects))
    numbers = objects[root["ParentTree"]]["Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in _pages(pdf):
        owners = parents[page["StructParents"]]
        outside = {number for number, owner in enumerate(owners) if owner not in reached}
        for number in outside:
            owners[number] = "null"
        stream = objects[page["Contents"]]
        _mark_as_artifacts(stream.stream, outside)


def _claim() -> ElementTree.Element:
    claim = _description()
    ElementTree.SubElement(claim, f"{{{_PDFUAID}}}part").text = "1"
    return claim


def _schema() -> ElementTree.Element:
    description = _description()
    bag = ElementTree.SubElement(ElementTree.SubElement(description, f"{{{_EXTENSION}}}schemas"), f"{{{_RDF}}}Bag")
    schema = _resource(bag, f"{{{_RDF}}}li")
    _texts(schema, _SCHEMA, {"schema": "PDF/UA identification schema", "namespaceURI": _PDFUAID, "prefix": "pdfuaid"})
    properties = ElementTree.SubElement(schema, f"{{{_SCHEMA}}}property")
    part = _resource(ElementTree.SubElement(properties, f"{{{_RDF}}}Seq"), f"{{{_RDF}}}li")
    explanation = "The part of ISO 14289 that the file follows"
    names = {"name": "part", "valueType": "Integer", "category": "internal", "description": explanation}
    _texts(part, _PROPERTY, names)
    return description


def _description() -> ElementTree.Element:
    return ElementTree.Element(f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})


def _resource(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, name, {f"{{{_RDF}}}parseType": "Resource"})


def _texts(parent: ElementTree.Element, namespace: str, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, f"{{{namespace}}}{name}").text = text


def _pages(pdf: pydyf.PDF) -> Iterator[Any]:
    return (thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("Type") == "/Page")


def _below(reference: bytes, objects: Mapping[bytes, Any]) -> Iterator[bytes]:
    waiting = [reference]
    while waiting:
        reference = waiting.pop()
        yield reference
        kids = objects[reference].get("K", ())
        waiting += [kid for kid in kids if isinstance(kid, bytes)]


def _mark_as_artifacts(stream: list[Any], outside: set[int]) -> None:
    for place, operand in enumerate(stream):
        if isinstance(operand, dict) and operand.get("MCID") in outside:
            stream[place - 1 : place + 1] = _PAGINATION
