package org.onewindow;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.BadSetting;
import org.onewindow.postgres.DatabaseFailure;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says why the program doesn't start: one sentence on the error output, no stack trace. */
class StartFailure implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        FailureAnalysis binding = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadSetting || cause instanceof DatabaseFailure) {
                return new FailureAnalysis(cause.getMessage(), null, cause);
            }
            if (cause instanceof BindException bad) {
                binding = new FailureAnalysis(
                        "The setting " + bad.getName() + " can't be read as "
                                + bad.getTarget().getType() + ": "
                                + deepest(bad).getMessage(),
                        null,
                        bad);
            }
        }
        return binding;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        say(analysis.getDescription());
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    static void say(@Nullable String sentence) {
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        errors.println("OneWindow does not start: " + sentence);
        errors.flush();
    }

    static void print(String text) {
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        output.print(text);
        output.flush();
    }
}
