package org.onewindow;

import java.util.Set;
import org.onewindow.kernel.BadSetting;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program. */
// Two modules may each have, say, a CasePapers: beans are told apart by their full names.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class OneWindow {

    private static final int FAILED = 1;
    private static final int BAD_SETTING = 2;

    /**
     * Starts the program. Exit codes: 2 for a setting that can't be started with, 1 for any other failure to start.
     *
     * @param arguments see {@link CommandLine} and docs/operating.md
     */
    public static void main(String[] arguments) {
        CommandLine line;
        try {
            line = CommandLine.read(arguments);
        } catch (BadSetting bad) {
            StartFailure.say(bad.getMessage());
            System.exit(BAD_SETTING);
            return;
        }
        if (line.help()) {
            StartFailure.print(CommandLine.USAGE);
            return;
        }
        try {
            SpringApplication application = new SpringApplication(OneWindow.class);
            application.addInitializers(new FreePorts());
            ConfigurableApplicationContext program = application.run(line.properties());
            if (line.setup()) {
                try (program) {
                    program.getBean(SetUp.class).run();
                } catch (BadSetting bad) {
                    StartFailure.say(bad.getMessage());
                    System.exit(BAD_SETTING);
                }
            }
        } catch (RuntimeException reportedAlready) {
            System.exit(exitCode(reportedAlready));
        }
    }

    private static int exitCode(Throwable failure) {
        Set<Class<?>> settings = Set.of(BadSetting.class, BindException.class);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (settings.contains(cause.getClass())) {
                return BAD_SETTING;
            }
        }
        return FAILED;
    }
}
