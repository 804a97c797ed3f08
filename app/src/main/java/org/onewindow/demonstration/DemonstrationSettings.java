package org.onewindow.demonstration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code onewindow.demonstration.*}.
 *
 * @param load whether an empty database gets the demonstration county at start; {@code --setup} never loads it
 */
@ConfigurationProperties("onewindow.demonstration")
record DemonstrationSettings(@DefaultValue("true") boolean load) {}
