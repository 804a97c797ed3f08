package org.onewindow.cases;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.DocumentNumbers;
import org.onewindow.documents.Head;
import org.onewindow.documents.Issuer;
import org.onewindow.documents.PaperSettings;
import org.onewindow.http.Texts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What stands on every paper of this centre: its word in numbers, its name, who issues, where a QR code leads. */
@Component
@EnableConfigurationProperties(PaperSettings.class)
public class CentrePapers {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final PaperSettings settings;
    private final Divisions divisions;
    private final Texts texts;

    CentrePapers(PaperSettings settings, Divisions divisions, Texts texts) {
        this.settings = settings;
        this.divisions = divisions;
        this.texts = texts;
    }

    /** A number for the first paper of a kind about something with a serial of its own. */
    public String number(DocumentKind kind, int year, long serial) {
        return number(kind, year, serial, 1);
    }

    /** The same for the second of a kind, the third, and so on. */
    public String number(DocumentKind kind, int year, long serial, int running) {
        return DocumentNumbers.of(word(), kind, year, serial, running);
    }

    /** The issuing authority's word in numbers (机关代字). */
    String word() {
        String county = countyName();
        String initial = county.isEmpty() ? "" : county.substring(0, county.offsetByCodePoints(0, 1));
        return settings.word().isEmpty() ? texts.text(PAPER, "paper.word", initial) : settings.word();
    }

    /**
     * A head with the seal for acceptance and information.
     *
     * @param department who issues it; null: the centre
     * @param path where the QR code leads, from the root
     */
    public Head head(String number, LocalDate date, @Nullable Department department, String path) {
        return head(number, date, department, "acceptance", path);
    }

    /** The same with a seal of its own: {@code acceptance} or {@code decision}. */
    public Head head(String number, LocalDate date, @Nullable Department department, String seal, String path) {
        return new Head(
                number,
                date,
                new Issuer(
                        department == null ? hall() : department.name(),
                        texts.text(PAPER, "paper.seal." + seal),
                        hall(),
                        settings.address(),
                        department == null ? "" : department.consultPhone(),
                        department == null ? "" : department.supervisePhone()),
                settings.publicAddress() + path);
    }

    private String hall() {
        return settings.hall().isEmpty() ? texts.text(PAPER, "paper.hall", countyName()) : settings.hall();
    }

    private String countyName() {
        return divisions.county().map(Division::name).orElse("");
    }
}
