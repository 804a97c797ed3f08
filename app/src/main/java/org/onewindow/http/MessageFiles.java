package org.onewindow.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All texts of the program: every {@code messages/*.properties}, read once. A file whose name ends in {@code _en} is English,
 * the others are Chinese, the default.
 */
final class MessageFiles {

    private static final String ENGLISH = "_en.properties";

    private final Map<String, MessageTemplate> chinese = new HashMap<>();
    private final Map<String, MessageTemplate> english = new HashMap<>();

    /** Reads the files on the class path; the same key in two files is a bug, since either could win. */
    static MessageFiles read() {
        MessageFiles files = new MessageFiles();
        try {
            Resource[] found = new PathMatchingResourcePatternResolver(MessageFiles.class.getClassLoader())
                    .getResources("classpath*:messages/*.properties");
            for (Resource file : found) {
                files.read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private void read(Resource file) throws IOException {
        String name = String.valueOf(file.getFilename());
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                file.getInputStream(),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            properties.load(reader);
        }
        Map<String, MessageTemplate> messages = name.endsWith(ENGLISH) ? english : chinese;
        for (String key : properties.stringPropertyNames()) {
            MessageTemplate template = MessageTemplate.compile(key, properties.getProperty(key));
            if (messages.put(key, template) != null) {
                throw Bug.found("message " + key + " is in " + name + " and in another file");
            }
        }
    }

    /** The message in the language asked for; in Chinese where English lacks it (a house test says so before). */
    @Nullable
    MessageTemplate find(String key, Locale locale) {
        MessageTemplate found = Languages.isEnglish(locale) ? english.get(key) : null;
        return found == null ? chinese.get(key) : found;
    }
}
