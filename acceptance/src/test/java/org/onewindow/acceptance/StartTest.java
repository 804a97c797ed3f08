package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping and refusing to start, as whoever runs the program sees it. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.SAME_THREAD)
class StartTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --onewindow.zone=Mars/Crater              | onewindow.zone takes a time zone such as Asia/Shanghai and was given "Mars/Crater".
                    --onewindow.database.connections=a-dozen  | The setting onewindow.database.connections can't be read as int
                    --nonsense                                | There is no option "--nonsense"
                    """)
    void a_bad_setting_is_refused_with_one_sentence(String option, String sentence) throws Exception {
        try (ServedProgram program = new ServedProgram()) {
            assertThat(program.runToItsEnd(Map.of(), option)).isEqualTo(2);

            assertThat(program.log())
                    .contains("OneWindow does not start: " + sentence)
                    .doesNotContain("\tat ");
            assertThat(program.data().resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void a_county_set_up_for_real_has_its_administrator_and_nobody_of_the_demonstration() throws Exception {
        Map<String, String> answers = Map.of(
                "ONEWINDOW_SETUP_DIVISION", "110999",
                "ONEWINDOW_SETUP_NAME", "试验县",
                "ONEWINDOW_SETUP_ADMINISTRATOR", "guan.li",
                "ONEWINDOW_SETUP_ADMINISTRATORNAME", "管理",
                "ONEWINDOW_SETUP_PASSWORD", "correct horse battery");
        try (ServedProgram program = new ServedProgram()) {
            assertThat(program.runToItsEnd(answers, "--setup"))
                    .as(program.log())
                    .isZero();
            assertThat(program.runToItsEnd(answers, "--setup"))
                    .as("it is not set up twice")
                    .isEqualTo(2);
            assertThat(Files.getPosixFilePermissions(program.data().resolve("keys/master.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            program.start();

            assertThat(program.get("/api/v1/cases", "clerk.a03").statusCode()).isEqualTo(401);
            assertThat(program.get("/api/v1/cases", "admin").statusCode()).isEqualTo(401);
            assertThat(program.get("/api/v1/public/items", "nobody").body()).contains("\"items\":[]");
        }
    }

    @Test
    void a_second_one_on_the_same_port_or_the_same_data_says_which_and_touches_nothing() throws Exception {
        try (ServedProgram first = new ServedProgram();
                ServedProgram second = new ServedProgram()) {
            first.start();

            assertThat(second.runToItsEnd(Map.of(), "--port=" + first.port())).isEqualTo(2);
            assertThat(second.log())
                    .contains("OneWindow does not start: Port " + first.port() + " can't be had")
                    .doesNotContain("ERROR");
            assertThat(second.data()).doesNotExist();

            assertThat(second.runToItsEnd(Map.of(), "--data=" + first.data())).isEqualTo(1);
            assertThat(second.log())
                    .contains(
                            "OneWindow does not start: Another OneWindow is running on the data folder " + first.data())
                    .doesNotContain("ERROR");
            assertThat(first.answers("/")).isTrue();
        }
    }

    @Test
    void a_stop_while_the_fast_start_is_prepared_ends_both_and_leaves_nothing_behind() throws Exception {
        try (ServedProgram program = new ServedProgram()) {
            program.runToItsEnd(Map.of(), "--help");
            Path aside = Files.createDirectory(ServedProgram.UNPACKED.resolve("aside"));
            moveCaches(ServedProgram.UNPACKED, aside);
            try {
                program.launch(Map.of(), "--help");
                Path trial = program.awaitTrial();

                program.stop();

                assertThat(program.exitCode()).isEqualTo(143);
                assertThat(trial).doesNotExist();
                assertThat(caches(ServedProgram.UNPACKED)).isEmpty();
                assertThat(ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .filter(command -> command.contains(trial.toString())))
                        .isEmpty();
            } finally {
                moveCaches(aside, ServedProgram.UNPACKED);
                Files.delete(aside);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "test"})
    void without_maven_what_has_to_be_built_says_which_package_to_install(String script, @TempDir Path fresh)
            throws Exception {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Files.createDirectory(fresh.resolve("scripts"));
        for (String file : List.of(script, "scripts/find-jdk")) {
            Files.copy(home.resolve(file), fresh.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path tools = Files.createDirectory(fresh.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "readlink", "sed", "find")) {
            Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(tools.resolve(tool), PosixFilePermissions.fromString("rwx------"));
        }
        ProcessBuilder start = new ProcessBuilder("/usr/bin/env", "bash", "./" + script)
                .directory(fresh.toFile())
                .redirectErrorStream(true);
        start.environment().put("PATH", tools.toString());
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));

        Process stopped = start.start();

        assertThat(new String(stopped.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "Building OneWindow needs Maven 3.8.7 or newer: install it, for example the package maven.\n");
        assertThat(stopped.waitFor()).isEqualTo(1);
    }

    /** What makes starts fast, or says that it couldn't be made. */
    private static List<Path> caches(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(".aot"))
                    .toList();
        }
    }

    private static void moveCaches(Path from, Path to) throws IOException {
        for (Path cache : caches(from)) {
            Files.move(cache, to.resolve(cache.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
