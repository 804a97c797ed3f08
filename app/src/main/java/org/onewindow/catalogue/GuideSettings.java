package org.onewindow.catalogue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands on printed guides beside the item; the same settings as for the papers of cases.
 *
 * @param hall the centre's full name; derived from the county's where empty
 * @param address where it is
 * @param publicAddress address under which the public reaches the program, for QR codes; no slash at the end
 */
@ConfigurationProperties("onewindow.papers")
public record GuideSettings(
        @DefaultValue("") String hall,
        @DefaultValue("") String address,
        @DefaultValue("http://localhost:8080") String publicAddress) {}
