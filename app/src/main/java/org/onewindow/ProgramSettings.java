package org.onewindow;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.onewindow.kernel.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the program as a whole is told.
 *
 * @param data the data folder
 * @param zone the centre's time zone, in which legal days begin and end
 */
@ConfigurationProperties("onewindow")
record ProgramSettings(
        @DefaultValue("./data") Path data,
        @DefaultValue("Asia/Shanghai") String zone) {

    ProgramSettings {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new BadSetting(
                    "onewindow.zone takes a time zone such as Asia/Shanghai and was given \"" + zone + "\".");
        }
    }
}
