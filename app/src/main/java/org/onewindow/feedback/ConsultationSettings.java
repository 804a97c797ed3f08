package org.onewindow.feedback;

import org.onewindow.kernel.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the region rules about consultations.
 *
 * @param answerDays working days within which a question that wasn't answered at once is (T11)
 */
@ConfigurationProperties("onewindow.consultations")
record ConsultationSettings(@DefaultValue("1") int answerDays) {

    private static final int MOST = 60;

    ConsultationSettings {
        if (answerDays < 1 || answerDays > MOST) {
            throw new BadSetting("onewindow.consultations.answer-days takes 1 to " + MOST
                    + " working days and was given \"" + answerDays + "\".");
        }
    }
}
