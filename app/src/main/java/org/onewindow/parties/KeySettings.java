package org.onewindow.parties;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are that must never be in the database.
 *
 * @param folder holds {@code master.key}; with several nodes each has a copy
 */
@ConfigurationProperties("onewindow.keys")
record KeySettings(@DefaultValue("./data/keys") Path folder) {}
