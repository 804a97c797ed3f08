package org.onewindow.catalogue;

import java.util.List;

/** A life event (“一件事”) under which the public finds items; how they are handled together is another module's. */
public record Theme(
        String code, String name, String nameEn, String description, List<String> keywords, List<String> items) {

    public Theme {
        keywords = List.copyOf(keywords);
        items = List.copyOf(items);
    }
}
