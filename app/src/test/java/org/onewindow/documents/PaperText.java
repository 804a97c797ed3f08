package org.onewindow.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader of a PDF finds in it. */
record PaperText(List<String> pages, List<Float> widths, List<Float> heights, List<String> notEmbedded, int missing) {

    static PaperText of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            List<Float> widths = new ArrayList<>();
            List<Float> heights = new ArrayList<>();
            List<String> notEmbedded = new ArrayList<>();
            Counting stripper = new Counting();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
                PDPage sheet = document.getPage(page - 1);
                PDRectangle box = sheet.getMediaBox();
                widths.add(box.getWidth());
                heights.add(box.getHeight());
                PDResources resources = sheet.getResources();
                for (COSName name : resources.getFontNames()) {
                    PDFont font = resources.getFont(name);
                    if (!font.isEmbedded()) {
                        notEmbedded.add(font.getName());
                    }
                }
            }
            return new PaperText(pages, widths, heights, notEmbedded, stripper.missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text without the white space that layout puts in. */
    String run() {
        return String.join("", pages).replaceAll("[\\s　]+", "");
    }

    /** Counts glyphs that are the font's box for what it lacks. */
    private static final class Counting extends PDFTextStripper {

        private int missing;

        @Override
        protected void processTextPosition(TextPosition text) {
            for (int code : text.getCharacterCodes()) {
                if (code == 0) {
                    missing++;
                }
            }
            super.processTextPosition(text);
        }
    }
}
