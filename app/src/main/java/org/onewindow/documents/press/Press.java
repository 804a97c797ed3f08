package org.onewindow.documents.press;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.DocumentModel;
import org.onewindow.documents.Paper;
import org.onewindow.documents.PressBusy;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes PDFs: the same model and template version give the same bytes. Fonts are embedded as subsets and colours are defined
 * (PDF/A-2b), so the paper looks the same in twenty years. Nothing outside the template is ever loaded.
 *
 * <p>Setting a paper is hard work for a processor, so only a few are set at a time; the others wait in line, and after the
 * patience given they are told that the press is busy.
 */
public final class Press {

    /** More than three hundred pages of ledger; beyond that a mistake is likelier than a paper. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final String PRODUCER = "OneWindow";

    private static final Pattern END = Pattern.compile("end");

    private final CentreTime time;
    private final Fonts fonts;
    private final Templates templates;
    private final QrDrawer qr = new QrDrawer();
    private final MetricsCache metrics = new MetricsCache();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final Semaphore line;
    private final Duration patience;

    static {
        // It logs what it reads, and what it reads is personal data.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * A press.
     *
     * @param time the centre's time
     * @param atOnce how many papers are set at the same time
     * @param patience how long one waits for a place
     */
    public Press(CentreTime time, int atOnce, Duration patience) {
        this.time = time;
        this.fonts = new Fonts();
        this.templates = new Templates(time);
        this.line = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Sets a paper.
     *
     * @throws PressBusy no place in line came free in time
     */
    public byte[] set(DocumentKind kind, int templateVersion, DocumentModel model, Paper paper) {
        if (!kind.model().isInstance(model)) {
            throw Bug.found(kind + " can't be set from " + model.getClass());
        }
        if (!kind.papers().contains(paper)) {
            throw Bug.found(kind + " isn't printed on " + paper);
        }
        return inLine(() -> {
            String markup = templates.fill(kind, templateVersion, model, paper);
            if (markup.length() > MOST_CHARACTERS) {
                throw Bug.found("a paper of " + markup.length() + " characters");
            }
            return layOut(markup, model.head().date(), paper);
        });
    }

    /** The same paper with a mark on every page that says it is a reprint (C8). */
    public byte[] markReprint(byte[] pdf, int templateVersion, int copy) {
        return inLine(() -> CopyMark.on(pdf, templates.word(templateVersion, "reprint", copy), fonts));
    }

    private byte[] inLine(Callable<byte[]> work) {
        try {
            if (!line.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PressBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PressBusy();
        }
        try {
            return work.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw Bug.found("a paper that can't be set", e);
        } finally {
            line.release();
        }
    }

    /** Lays out markup. */
    byte[] render(String markup, LocalDate date, Paper paper) {
        return inLine(() -> layOut(markup, date, paper));
    }

    private byte[] layOut(String words, LocalDate date, Paper paper) throws IOException {
        Fonts.Printable markup = fonts.printable(words);
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
            builder.useColorProfile(colours);
            builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
            builder.useExternalResourceAccessControl(
                    (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.useUriResolver((base, address) -> null);
            builder.useObjectDrawerFactory(qr);
            builder.withProducer(PRODUCER);
            fonts.offer(builder, document, markup.faces());
            builder.withHtmlContent(markup.text(), null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                if (paper == Paper.ROLL_80MM) {
                    cut(document, endOf(renderer));
                }
                return save(document, date);
            }
        }
    }

    /** Where the element that closes a roll stands, in points from below. */
    private static float endOf(PdfBoxRenderer renderer) {
        var found = renderer.findPagePositionsByID(END);
        if (found.isEmpty()) {
            throw Bug.found("a roll without an end");
        }
        return found.getFirst().getY();
    }

    /** A roll is as long as its text: cut below the last line. */
    private static void cut(PDDocument document, float end) {
        PDPage page = document.getPage(0);
        PDRectangle whole = page.getMediaBox();
        float bottom = Math.max(0, end - mm(6));
        PDRectangle rest = new PDRectangle(0, bottom, whole.getWidth(), whole.getHeight() - bottom);
        page.setMediaBox(rest);
        page.setCropBox(rest);
    }

    /** Dates and identifiers come from the paper, not from the moment it happens to be made at. */
    private byte[] save(PDDocument document, LocalDate date) throws IOException {
        Instant midnight = time.startOf(date);
        PDDocumentInformation information = document.getDocumentInformation();
        Calendar calendar = GregorianCalendar.from(midnight.atZone(time.zone()));
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
        String stamp = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(midnight.atZone(time.zone()));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(String.valueOf(information.getTitle()), stamp));
        document.getDocumentCatalog().setMetadata(metadata);
        document.setDocumentId(date.toEpochDay());
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        document.save(out);
        return out.toByteArray();
    }

    /** Says the same as the information dictionary, in the form archives ask for; the renderer's own isn't well-formed RDF. */
    private static byte[] xmp(String title, String stamp) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                    xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <pdfaid:part>2</pdfaid:part>
                <pdfaid:conformance>B</pdfaid:conformance>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <pdf:Producer>%s</pdf:Producer>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:ModifyDate>%s</xmp:ModifyDate>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(HtmlUtils.htmlEscape(title, "UTF-8"), PRODUCER, stamp, stamp)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static float mm(float millimetres) {
        return millimetres * 72f / 25.4f;
    }

    /** Widths and heights of the faces, measured once. */
    private static final class MetricsCache implements FSCacheEx<String, FSCacheValue> {

        private final Map<String, FSCacheValue> values = new ConcurrentHashMap<>();

        @Override
        public void put(String key, FSCacheValue value) {
            values.put(key, value);
        }

        @Override
        public @Nullable FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
            FSCacheValue known = values.get(key);
            if (known == null) {
                try {
                    known = loader.call();
                } catch (Exception e) {
                    throw Bug.found("font metrics", e);
                }
                values.put(key, known);
            }
            return known;
        }

        @Override
        public @Nullable FSCacheValue get(String key) {
            return values.get(key);
        }
    }
}
