package org.onewindow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files in {@code docs/generated} are made from the program and committed, so that a change of them is seen in review. A test
 * fails when one isn't what the program makes now. To renew them all:
 *
 * <pre>{@code mvn -pl app test -Dtest='org.onewindow.house.*Test' -Donewindow.renew=true}</pre>
 *
 * and then look at what changed.
 */
public final class Generated {

    private static final Path FOLDER = Path.of("..", "docs", "generated");

    private Generated() {}

    /** Compares what was made now with what is committed; renews it when asked to. */
    public static void assertUpToDate(Path made, String committed) throws IOException {
        Path file = FOLDER.resolve(committed);
        if (Boolean.getBoolean("onewindow.renew")) {
            Files.createDirectories(FOLDER);
            Files.copy(made, file, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(file)
                .as(
                        "docs/generated/%s must be what the program makes now; if the change is meant, renew it with"
                                + " -Donewindow.renew=true and commit it",
                        committed)
                .exists()
                .hasSameTextualContentAs(made);
    }
}
