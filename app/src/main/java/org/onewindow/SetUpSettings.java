package org.onewindow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code ./serve --setup} needs to know; whatever is empty is asked for at the terminal.
 *
 * @param division the county's division code (GB/T 2260), 6 digits
 * @param name the county's name
 * @param administrator sign-in name of the first administrator
 * @param administratorName the name shown for them
 * @param password their password; given in the environment only, where other users of the machine don't see it
 */
@ConfigurationProperties("onewindow.setup")
record SetUpSettings(
        @DefaultValue("") String division,
        @DefaultValue("") String name,
        @DefaultValue("") String administrator,
        @DefaultValue("") String administratorName,
        @DefaultValue("") String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "SetUpSettings[" + division + "]";
    }
}
