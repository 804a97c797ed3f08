package org.onewindow.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 送达回证 (C8a): what counts from being told counts from it.
 *
 * @param head the usual
 * @param facts the case
 * @param papers what is served
 * @param method how, in words
 * @param servedAt when; null while it is printed for signing
 * @param signer who signed; null while open or when refused
 * @param relation the signer's relation to the addressee; null for the addressee
 * @param refusal why the signature was refused; null if it wasn't
 * @param witness who witnessed a refusal; null if nobody had to
 * @param servers who served it
 */
public record ServiceRecord(
        Head head,
        CaseFacts facts,
        List<Served> papers,
        String method,
        @Nullable Instant servedAt,
        @Nullable String signer,
        @Nullable String relation,
        @Nullable String refusal,
        @Nullable String witness,
        List<String> servers)
        implements DocumentModel {
    public ServiceRecord {
        papers = List.copyOf(papers);
        servers = List.copyOf(servers);
    }

    /**
     * One paper served.
     *
     * @param name its title
     * @param number its number
     */
    public record Served(String name, String number) {}
}
