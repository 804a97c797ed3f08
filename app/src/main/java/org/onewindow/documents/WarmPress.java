package org.onewindow.documents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.documents.press.Press;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sets one empty receipt, thrown away, once the program has been up for a moment: the first clerk of the day shouldn't wait
 * for fonts to be read. Never on the way of the start itself.
 */
@Component
@ConditionalOnProperty(name = "onewindow.documents.warm-up", matchIfMissing = true)
class WarmPress {

    private static final Logger LOG = LoggerFactory.getLogger(WarmPress.class);
    private static final Duration AFTER_START = Duration.ofSeconds(10);

    private final ObjectProvider<Press> press;
    private @Nullable Thread waiting;

    WarmPress(ObjectProvider<Press> press) {
        this.press = press;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        waiting = Thread.ofPlatform().daemon().name("warm-press").start(() -> {
            try {
                Thread.sleep(AFTER_START);
                warm();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // The first real paper will meet the same failure and say so to its caller.
                LOG.warn("The press could not be warmed up", e);
            }
        });
    }

    /** A program stopped in its first seconds needs no warm press. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    void warm() {
        Head head = new Head("0", LocalDate.EPOCH, new Issuer("0", "0", "0", "0", "0", "0"), "0");
        ReceiptPaper empty = new ReceiptPaper(
                head,
                new CaseFacts("0", "0", "0", "0", "0", null),
                Instant.EPOCH,
                ReceiptPaper.Channel.WINDOW,
                "0",
                "0",
                List.of(),
                List.of(),
                "0",
                new ReceiptPaper.Promise(false, LocalDate.EPOCH, Days.working(1), LocalDate.EPOCH, false));
        press.getObject().set(DocumentKind.RECEIPT, DocumentKind.RECEIPT.templateVersion(), empty, Paper.A4);
    }
}
