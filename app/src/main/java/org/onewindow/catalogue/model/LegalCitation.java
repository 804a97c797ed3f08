package org.onewindow.catalogue.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rank of law a basis cites, as far as titles tell. */
final class LegalCitation {

    /** A title in book marks, and what stands in brackets behind it. */
    private static final Pattern TITLE = Pattern.compile("《([^》]+)》(?:（([^）]*)）)?");

    /** A province's or city's own: its name leads the title, after at least two characters (not 城市…). */
    private static final Pattern REGIONAL =
            Pattern.compile("^(?:本省|本市|本县|\\p{IsHan}{2,7}(?:省|自治区|自治州|自治县)|\\p{IsHan}{2,4}市).*");

    private LegalCitation() {}

    /**
     * Whether a basis cites a law (法律: 《…法》) or an administrative regulation (行政法规: 《…条例》 of the State Council, or
     * another title marked with its order or approval: 国务院令, 国务院批准). A local regulation, rule or notice is neither.
     */
    static boolean ofLawOrAdministrativeRegulation(String basis) {
        Matcher titles = TITLE.matcher(basis);
        while (titles.find()) {
            String title = titles.group(1);
            String mark = titles.group(2) == null ? "" : titles.group(2);
            boolean law = title.endsWith("法") && !title.endsWith("办法");
            boolean regulation =
                    title.endsWith("条例") && !REGIONAL.matcher(title).matches();
            if (law || regulation || mark.contains("国务院令") || mark.contains("国务院批准")) {
                return true;
            }
        }
        return false;
    }
}
