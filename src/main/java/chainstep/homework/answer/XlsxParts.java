package chainstep.homework.answer;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The small parts of a workbook: its sheets, its texts, which of its number formats are dates. */
final class XlsxParts {
    /** The formats that every spreadsheet has for dates and times. */
    private static final int FIRST_DATE = 14;

    private static final int LAST_DATE = 22;

    private XlsxParts() {}

    /** A reader that knows no document type, hence no entity of its own and none from elsewhere. */
    static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int k = 0; k < xml.getAttributeCount(); k++) {
            if (xml.getAttributeLocalName(k).equals(name)) {
                return xml.getAttributeValue(k);
            }
        }
        return "";
    }

    static boolean starts(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(name);
    }

    static boolean ends(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(name);
    }

    /** The link of the first sheet, in the order in which they are shown. */
    static String firstSheet(byte[] workbook) throws XMLStreamException {
        XMLStreamReader xml = reader(workbook);
        while (xml.hasNext()) {
            xml.next();
            if (starts(xml, "sheet")) {
                for (int k = 0; k < xml.getAttributeCount(); k++) {
                    boolean link = xml.getAttributeLocalName(k).equals("id") && xml.getAttributeNamespace(k) != null;
                    if (link) {
                        return xml.getAttributeValue(k);
                    }
                }
            }
        }
        return "";
    }

    /** Where a link leads. */
    static String target(byte[] links, String id) throws XMLStreamException {
        XMLStreamReader xml = reader(links);
        while (xml.hasNext()) {
            xml.next();
            if (starts(xml, "Relationship") && attribute(xml, "Id").equals(id)) {
                return attribute(xml, "Target");
            }
        }
        return "";
    }

    /** The texts that cells share. */
    static List<String> texts(byte[] shared) throws XMLStreamException {
        XMLStreamReader xml = reader(shared);
        List<String> texts = new ArrayList<>();
        while (xml.hasNext()) {
            xml.next();
            if (starts(xml, "si")) {
                texts.add(text(xml, "si"));
            }
        }
        return texts;
    }

    /** The runs of a text up to its end, without the readings above its characters. */
    static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean reading = false;
        while (xml.hasNext()) {
            xml.next();
            reading = starts(xml, "rPh") || reading && !ends(xml, "rPh");
            if (starts(xml, "t") && !reading) {
                text.append(xml.getElementText());
            } else if (ends(xml, end)) {
                return text.toString();
            }
        }
        return text.toString();
    }

    /** Of each cell style, whether it shows numbers as dates. */
    static List<Boolean> dates(byte[] styles) throws XMLStreamException {
        XMLStreamReader xml = reader(styles);
        Map<String, String> formats = new HashMap<>();
        List<Boolean> dates = new ArrayList<>();
        boolean cells = false;
        while (xml.hasNext()) {
            xml.next();
            cells = starts(xml, "cellXfs") || cells && !ends(xml, "cellXfs");
            if (starts(xml, "numFmt")) {
                formats.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
            } else if (cells && starts(xml, "xf")) {
                String id = attribute(xml, "numFmtId");
                dates.add(isDate(id, formats.getOrDefault(id, "")));
            }
        }
        return dates;
    }

    private static boolean isDate(String id, String format) {
        if (!format.isEmpty()) {
            String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|General", "");
            return bare.matches("(?s).*[dmyhsDMYHS年月日].*");
        }
        return id.matches("\\d{1,4}") && Integer.parseInt(id) >= FIRST_DATE && Integer.parseInt(id) <= LAST_DATE;
    }
}
