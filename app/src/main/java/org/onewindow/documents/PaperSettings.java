package org.onewindow.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands on every paper of this centre. Empty words are derived from the county's name.
 *
 * @param word the issuing authority's word in document numbers (机关代字)
 * @param hall the centre's full name
 * @param address where it is
 * @param publicAddress address under which the public reaches the program, for QR codes; no slash at the end
 */
@ConfigurationProperties("onewindow.papers")
public record PaperSettings(
        @DefaultValue("") String word,
        @DefaultValue("") String hall,
        @DefaultValue("") String address,
        @DefaultValue("http://localhost:8080") String publicAddress) {}
