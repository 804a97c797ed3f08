package org.onewindow.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader of a PDF finds in it. */
record PaperText(
        List<String> pages,
        List<Float> widths,
        List<Float> heights,
        List<String> notEmbedded,
        int missing,
        int overhang,
        List<String> overlaps) {

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
            return new PaperText(
                    pages, widths, heights, notEmbedded, stripper.missing, stripper.overhang, stripper.overlaps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text without the white space that layout puts in. */
    String run() {
        return String.join("", pages).replaceAll("[\\s　]+", "");
    }

    /** What a phone reads on the first page. */
    static String qrCode(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                            Map.of(
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE),
                                    DecodeHintType.TRY_HARDER,
                                    true))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no QR code on the page", e);
        }
    }

    /** Counts what goes wrong with glyphs: those that are the font's box for what it lacks, those beside the page. */
    private static final class Counting extends PDFTextStripper {

        private int missing;
        private int overhang;
        private final List<String> overlaps = new ArrayList<>();
        private final List<Rectangle2D> boxes = new ArrayList<>();
        private int page;

        @Override
        protected void processTextPosition(TextPosition text) {
            for (int code : text.getCharacterCodes()) {
                if (code == 0) {
                    missing++;
                }
            }
            if (text.getXDirAdj() < 0 || text.getXDirAdj() + text.getWidthDirAdj() > text.getPageWidth()) {
                overhang++;
            }
            if (page != getCurrentPageNo()) {
                page = getCurrentPageNo();
                boxes.clear();
            }
            Rectangle2D box = new Rectangle2D.Float(
                    text.getXDirAdj() + 0.5f,
                    text.getYDirAdj() - text.getFontSizeInPt() * 0.7f,
                    Math.max(0.1f, text.getWidthDirAdj() - 1),
                    text.getFontSizeInPt() * 0.6f);
            if (!text.getUnicode().isBlank()) {
                if (boxes.stream().anyMatch(box::intersects)) {
                    overlaps.add(text.getUnicode());
                }
                boxes.add(box);
            }
            super.processTextPosition(text);
        }
    }
}
