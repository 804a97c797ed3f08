package org.onewindow.documents;

import java.time.Duration;
import org.onewindow.documents.press.Press;
import org.onewindow.kernel.CentreTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The press, made when the first paper is asked for: reading fonts would cost every start a second. */
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    @Lazy
    Press press(CentreTime time) {
        return new Press(time, Math.max(2, Runtime.getRuntime().availableProcessors() - 1), PATIENCE);
    }
}
