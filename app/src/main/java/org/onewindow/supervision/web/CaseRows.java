package org.onewindow.supervision.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.SupervisedCase;
import org.springframework.stereotype.Component;

/** Open cases in words, as lists of supervision show them. */
@Component
class CaseRows {

    private final SupervisionWords words;
    private final CentreTime time;
    private final Texts texts;

    CaseRows(SupervisionWords words, CentreTime time, Texts texts) {
        this.words = words;
        this.time = time;
        this.texts = texts;
    }

    /** An open case. */
    record Row(
            String number,
            String item,
            String department,
            String window,
            String holder,
            @Nullable String step,
            @Nullable String due,
            boolean overdue,
            boolean suspended,
            @Nullable Colour colour,
            @Nullable String colourWords) {}

    Row of(SupervisedCase one, Locale locale) {
        Colour colour = one.colour();
        String step = one.step();
        return new Row(
                one.caseNumber(),
                words.item(one.itemCode(), locale),
                words.department(one.department(), locale),
                words.window(one.window(), locale),
                words.person(one.holder(), locale),
                step == null ? null : words.step(one.itemCode(), step),
                one.dueAt() == null ? null : words.moment(one.dueAt(), locale),
                one.dueAt() != null && time.now().isAfter(one.dueAt()),
                one.suspended(),
                colour,
                colour == null ? null : texts.text(locale, "Colour." + colour));
    }
}
