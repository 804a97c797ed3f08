package org.onewindow.documents.press;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;

/**
 * The fonts, parsed once and shared by all papers, and the rule that no character is lost: names hold rare characters, and
 * a name that is printed wrong is a wrong paper.
 *
 * <p>A character is printed in the main face; else in a wider font; else, where Unicode says it is only another form of one
 * we have (a Kangxi radical, a ligature), as that one; else it is named, as ［U+30EDD］. It is never replaced by a sign that
 * could be taken for something else.
 */
final class Fonts {

    /** Our font files. SONG is the one that has every character of the basic plane; the order is that of looking. */
    enum Face {
        SONG("NotoSerifSC-Regular.ttf", "SongAll", 400),
        SONG_REGULAR("NotoSerifSC-Regular.ttf", "Song", 400),
        SONG_BOLD("NotoSerifSC-Bold-GB2312.ttf", "Song", 700),
        HEI_REGULAR("NotoSansSC-Regular-GB2312.ttf", "Hei", 400),
        HEI_BOLD("NotoSansSC-Bold-GB2312.ttf", "Hei", 700),
        REST("Hanazono-Rest.ttf", "Rest", 400),
        SUPPLEMENTARY("Hanazono-Supplementary.ttf", "Supplementary", 400);

        private final String file;
        private final String family;
        private final int weight;

        Face(String file, String family, int weight) {
            this.file = file;
            this.family = family;
            this.weight = weight;
        }
    }

    private static final Set<Face> ALWAYS =
            EnumSet.of(Face.SONG, Face.SONG_REGULAR, Face.SONG_BOLD, Face.HEI_REGULAR, Face.HEI_BOLD);

    private final Map<Face, TrueTypeFont> loaded = new EnumMap<>(Face.class);
    private final Map<Face, CmapLookup> characters = new EnumMap<>(Face.class);

    Fonts() {
        TrueTypeFont song = load(Face.SONG);
        for (Face face : Face.values()) {
            // The supplementary font is 30 MB and seldom needed: read when the first rare character comes.
            if (face != Face.SUPPLEMENTARY) {
                put(face, face.file.equals(Face.SONG.file) ? song : load(face));
            }
        }
    }

    private void put(Face face, TrueTypeFont font) {
        try {
            loaded.put(face, font);
            characters.put(face, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont load(Face face) {
        try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + face.file)) {
            if (in == null) {
                throw Bug.found("font " + face.file + " isn't packed");
            }
            // Our files end with the table of glyph names, and the parser takes one that ends with the file for cut
            // off.
            InputStream padded = new SequenceInputStream(in, new ByteArrayInputStream(new byte[4]));
            return new TTFParser().parse(new RandomAccessReadBuffer(padded.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized TrueTypeFont font(Face face) {
        TrueTypeFont font = loaded.get(face);
        if (font == null) {
            font = load(face);
            put(face, font);
        }
        return font;
    }

    private synchronized boolean has(Face face, int character) {
        CmapLookup lookup = characters.get(face);
        if (lookup == null) {
            font(face);
            lookup = characters.get(face);
        }
        return lookup != null && lookup.getGlyphId(character) != 0;
    }

    /** A text of which every character can be printed, and the faces that takes. */
    record Printable(String text, Set<Face> faces) {}

    /** Makes a text printable; markup, being ASCII, comes through untouched. */
    Printable printable(String text) {
        Set<Face> faces = EnumSet.copyOf(ALWAYS);
        @Nullable StringBuilder changed = null;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            String instead =
                    (character < 0x7F && character >= ' ') || character == '\n' ? null : replacement(character, faces);
            if (instead != null && changed == null) {
                changed = new StringBuilder(text.length() + 64).append(text, 0, i);
            }
            if (changed != null) {
                if (instead == null) {
                    changed.appendCodePoint(character);
                } else {
                    changed.append(instead);
                }
            }
            i = next;
        }
        return new Printable(changed == null ? text : changed.toString(), faces);
    }

    /** Null: as it is. */
    private @Nullable String replacement(int character, Set<Face> faces) {
        if (isInvisible(character)) {
            return "";
        }
        if (character == '\t' || character == '\r') {
            return " ";
        }
        if (Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE) {
            return named(character);
        }
        Face face = faceOf(character);
        if (face != null) {
            faces.add(face);
            return null;
        }
        String simpler = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        if (simpler.codePointCount(0, simpler.length()) == 1) {
            Face other = faceOf(simpler.codePointAt(0));
            if (other != null) {
                faces.add(other);
                return simpler;
            }
        }
        return named(character);
    }

    private @Nullable Face faceOf(int character) {
        if (has(Face.SONG, character)) {
            return Face.SONG;
        }
        if (has(Face.REST, character)) {
            return Face.REST;
        }
        // Its first character is U+20000; asking only for those beyond keeps it unread for most papers.
        return character >= 0x20000 && has(Face.SUPPLEMENTARY, character) ? Face.SUPPLEMENTARY : null;
    }

    private static String named(int character) {
        String digits = Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT);
        return "［U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits + "］";
    }

    /** Characters that are meant to leave no mark: joiners, variation selectors, direction marks. The base character stays. */
    private static boolean isInvisible(int character) {
        return character == 0xAD
                || (character >= 0x200B && character <= 0x200F)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2060 && character <= 0x206F)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || character == 0xFEFF
                || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** Offers the faces to a renderer; each is embedded, as a subset, only if a paper really uses it. */
    void offer(PdfRendererBuilder builder, PDDocument document, Set<Face> faces) {
        for (Face face : faces) {
            builder.useFont(new Lazily(document, face), face.family, face.weight, FontStyle.NORMAL, true);
        }
    }

    /** A face for drawing on an existing document. */
    PDFont embed(PDDocument document, Face face) {
        try {
            return PDType0Font.load(document, font(face), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Lazily extends PDFontSupplier {

        private final PDDocument document;
        private final Face face;
        private @Nullable PDFont font;

        @SuppressWarnings("NullAway") // the superclass keeps a font only for its own supply(), which is replaced here
        private Lazily(PDDocument document, Face face) {
            super(null);
            this.document = document;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            PDFont made = font;
            if (made == null) {
                made = embed(document, face);
                font = made;
            }
            return made;
        }
    }
}
