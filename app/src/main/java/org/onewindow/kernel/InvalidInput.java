package org.onewindow.kernel;

import java.util.List;

/** Fields of a request that can't be read as what they should be (400), all of them at once. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Field> fields;

    /**
     * One bad field.
     *
     * @param pointer JSON pointer (RFC 6901) into the body, or the parameter's name
     * @param key tail of the message key {@code invalid.<key>}
     * @param arguments what the words mention
     */
    public record Field(String pointer, String key, List<Object> arguments) {

        public Field {
            arguments = List.copyOf(arguments);
        }

        public static Field of(String pointer, String key, Object... arguments) {
            return new Field(pointer, key, List.of(arguments));
        }
    }

    public InvalidInput(List<Field> fields) {
        super("invalid input: " + fields, null, false, false);
        this.fields = List.copyOf(fields);
    }

    public InvalidInput(String pointer, String key, Object... arguments) {
        this(List.of(Field.of(pointer, key, arguments)));
    }

    public List<Field> fields() {
        return fields;
    }
}
