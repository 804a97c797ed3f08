package org.onewindow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class OneWindow {

    /**
     * Starts the program.
     *
     * @param arguments see docs/operating.md
     */
    public static void main(String[] arguments) {
        SpringApplication.run(OneWindow.class, arguments);
    }
}
