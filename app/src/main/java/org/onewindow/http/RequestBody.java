package org.onewindow.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is cut off where it gets too long, and which can be read before the controller reads it again. */
final class RequestBody extends HttpServletRequestWrapper {

    private final long limit;
    private byte @Nullable [] bytes;

    RequestBody(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    /** The whole body; the controller gets the same. */
    byte[] bytes() throws IOException {
        if (bytes == null) {
            bytes = new Limited(super.getInputStream(), limit).readAllBytes();
        }
        return bytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return bytes == null
                ? new Limited(super.getInputStream(), limit)
                : new Limited(new ByteArrayInputStream(bytes), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads at most so many bytes and then fails. */
    private static final class Limited extends ServletInputStream {

        private final InputStream source;
        private final long limit;
        private long read;
        private boolean finished;

        Limited(InputStream source, long limit) {
            this.source = source;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = source.read();
            count(next < 0 ? -1 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int more = source.read(buffer, offset, length);
            count(more);
            return more;
        }

        private void count(int more) throws IOException {
            if (more < 0) {
                finished = true;
                return;
            }
            read += more;
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read where they are needed");
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
