package org.onewindow.journal;

import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.kernel.Bug;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of one module: the names they are stored under, and how their bodies are written and read.
 *
 * <p>Events are data for decades. A name is never changed or given to something else; a record's field is only ever added, as
 * nullable or with a default, since older bodies don't have it. A test reads a stored sample of every event ever released, which
 * is why each module that writes events keeps its types in a static field.
 *
 * @param <E> what all of the module's events have in common
 */
public final class EventTypes<E> {

    private final JsonMapper json;
    private final Map<String, Class<? extends E>> classes;
    private final Map<Class<? extends E>, String> names;

    /**
     * @param json how bodies are written; must ignore fields it doesn't know
     * @param classes the record of each name
     */
    public EventTypes(JsonMapper json, Map<String, Class<? extends E>> classes) {
        this.json = json;
        this.classes = Map.copyOf(classes);
        this.names = classes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
    }

    /** The name an event is stored under, where no two names share its class. */
    public String nameOf(E event) {
        String name = names.get(event.getClass());
        if (name == null) {
            throw Bug.found("an event without a name: " + event.getClass());
        }
        return name;
    }

    /** An event's body under a name. */
    public String write(String name, E event) {
        return json.writeValueAsString(classOf(name).cast(event));
    }

    /** An event from its name and body. */
    public E read(String name, String body) {
        return json.readValue(body, classOf(name));
    }

    /** The record of each name. */
    public Map<String, Class<? extends E>> all() {
        return classes;
    }

    private Class<? extends E> classOf(String name) {
        Class<? extends E> known = classes.get(name);
        if (known == null) {
            throw Bug.found("an unknown type of event: " + name);
        }
        return known;
    }
}
