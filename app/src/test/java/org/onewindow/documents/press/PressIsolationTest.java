package org.onewindow.documents.press;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.onewindow.documents.Paper;
import org.onewindow.kernel.CentreTime;

/** The press opens neither files nor the network. */
class PressIsolationTest {

    @Test
    void a_picture_from_outside_would_not_be_fetched() throws IOException {
        // The markup of a paper never names one; should a template ever do so, the press opens neither file nor
        // network.
        AtomicInteger asked = new AtomicInteger();
        try (HttpServerForTest server = new HttpServerForTest(asked)) {
            byte[] pdf = new Press(new CentreTime(Clock.systemUTC(), ZoneOffset.UTC), 1, Duration.ofSeconds(60))
                    .render(
                            "<html><body style='font-family: Song'><img src='" + server.address()
                                    + "'/><img src='file:///etc/hostname'/>一</body></html>",
                            LocalDate.EPOCH,
                            Paper.A4);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("一");
            }
        }
        assertThat(asked).hasValue(0);
    }

    /** Counts who asks it for something. */
    private static final class HttpServerForTest implements AutoCloseable {

        private final HttpServer server;

        HttpServerForTest(AtomicInteger asked) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/picture.png";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
