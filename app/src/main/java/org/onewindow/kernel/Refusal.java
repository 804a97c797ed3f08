package org.onewindow.kernel;

import java.util.List;

/**
 * One reason why something lawful to ask for is not lawful to do. A value, not an exception.
 *
 * <p>Its words are in the message files: {@code refusal.<key>} says what is wrong, {@code refusal.<key>.basis} cites the
 * law (optional), {@code refusal.<key>.now} says what to do now.
 *
 * @param rule the rule's id in the domain (C3, T6 …)
 * @param key the message key's tail
 * @param arguments what the words mention
 */
public record Refusal(String rule, String key, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String rule, String key, Object... arguments) {
        return new Refusal(rule, key, List.of(arguments));
    }
}
