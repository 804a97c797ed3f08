package org.onewindow.http;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onewindow.kernel.Bug;

/**
 * One message, compiled: literal text and places for arguments.
 *
 * <p>{@code {0}} is an argument in plain words; {@code {0,choice,1#one day|1<{0} days}} follows {@link MessageFormat}. Unlike there, an
 * apostrophe is just an apostrophe and a number is never grouped, so a year can't become {@code 2,026}.
 */
final class MessageTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,(?:[^{}]|\\{\\d+})*)?}");

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Plain(int index) implements Part {}

    private record Formatted(int index, String pattern) implements Part {}

    private final String key;
    private final List<Part> parts;

    private MessageTemplate(String key, List<Part> parts) {
        this.key = key;
        this.parts = List.copyOf(parts);
    }

    static MessageTemplate compile(String key, String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            if (place.start() > from) {
                parts.add(new Literal(text.substring(from, place.start())));
            }
            int index = Integer.parseInt(place.group(1));
            String style = place.group(2);
            parts.add(
                    style == null
                            ? new Plain(index)
                            : new Formatted(index, "{0" + style.replaceAll("\\{\\d+}", "{0}") + "}"));
            from = place.end();
        }
        if (from < text.length()) {
            parts.add(new Literal(text.substring(from)));
        }
        return new MessageTemplate(key, parts);
    }

    String render(Object[] arguments, Locale locale, Function<Object, String> inWords) {
        if (parts.size() == 1 && parts.getFirst() instanceof Literal(String only)) {
            return only;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal(String literal) -> text.append(literal);
                case Plain(int index) -> text.append(inWords.apply(argument(arguments, index)));
                case Formatted(int index, String pattern) ->
                    text.append(new MessageFormat(pattern, locale).format(new Object[] {argument(arguments, index)}));
            }
        }
        return text.toString();
    }

    private Object argument(Object[] arguments, int index) {
        if (index >= arguments.length) {
            throw Bug.found("message " + key + " needs argument " + index + ", given " + arguments.length);
        }
        return arguments[index];
    }
}
