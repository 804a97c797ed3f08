package org.onewindow.access.web;

import java.time.Duration;
import org.onewindow.kernel.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code onewindow.session.*}.
 *
 * @param idle after how long without use a session is locked; what was typed isn't lost
 * @param longest after how long without use it ends for good
 */
@ConfigurationProperties("onewindow.session")
record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {

    SessionSettings {
        if (idle.isNegative() || idle.isZero() || idle.compareTo(longest) > 0 || longest.toDays() > 1) {
            throw new BadSetting("onewindow.session.idle (" + idle + ") must be more than nothing and at most"
                    + " onewindow.session.longest (" + longest + "), which is at most a day");
        }
    }
}
