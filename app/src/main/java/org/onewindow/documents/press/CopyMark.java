package org.onewindow.documents.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The mark that tells a reprint from the paper itself. It goes on the kept bytes, so a reprint can differ in nothing else. */
final class CopyMark {

    private CopyMark() {}

    static byte[] on(byte[] pdf, String words, Fonts fonts) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFont font = fonts.embed(document, Fonts.Face.HEI_BOLD);
            for (PDPage page : document.getPages()) {
                boolean roll = page.getMediaBox().getWidth() < 300;
                draw(document, page, words, font, roll ? 7.5f : 10.5f, roll ? 2.5f : 10);
            }
            document.setDocumentId((long) words.hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 16 * 1024);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void draw(PDDocument document, PDPage page, String words, PDFont font, float size, float margin)
            throws IOException {
        PDRectangle box = page.getMediaBox();
        float inset = margin * 72f / 25.4f;
        float width = font.getStringWidth(words) / 1000 * size + size;
        float height = size * 1.6f;
        float x = box.getUpperRightX() - inset - width;
        float y = box.getUpperRightY() - inset - height;
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.setLineWidth(0.8f);
            content.addRect(x, y, width, height);
            content.stroke();
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x + size / 2, y + size * 0.42f);
            content.showText(words);
            content.endText();
        }
    }
}
