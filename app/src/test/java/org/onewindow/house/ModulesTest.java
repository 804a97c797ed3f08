package org.onewindow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onewindow.OneWindow;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use only what they say they may use, and only each other's doors. */
class ModulesTest {

    private static final Pattern DECLARED = Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("\"(\\w+)\"");
    private static final ApplicationModules MODULES = ApplicationModules.of(OneWindow.class);

    @Test
    void every_arrow_between_modules_is_allowed() {
        MODULES.verify();
    }

    @Test
    void the_table_of_modules_in_the_docs_is_the_present_one() throws IOException {
        Map<String, String> allowed = new TreeMap<>();
        for (var module : MODULES) {
            String name = module.getIdentifier().toString();
            // from the source: a test's package-info of the same name would hide the compiled one
            Matcher declared = DECLARED.matcher(Files.readString(
                    Path.of("src/main/java/org/onewindow", name, "package-info.java"), StandardCharsets.UTF_8));
            assertThat(declared.find()).as("%s declares what it may use", name).isTrue();
            allowed.put(
                    name,
                    NAME.matcher(declared.group(1))
                            .results()
                            .map(each -> each.group(1))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        StringBuilder table = new StringBuilder("# Modules and what each may use\n\n| module | may use |\n|---|---|\n");
        allowed.forEach((module, uses) ->
                table.append("| ").append(module).append(" | ").append(uses).append(" |\n"));

        compare(table.toString());
    }

    private static void compare(String table) throws IOException {
        Path made = Path.of("target", "modules.md");
        Files.writeString(made, table, StandardCharsets.UTF_8);
        Generated.assertUpToDate(made, "modules.md");
    }
}
