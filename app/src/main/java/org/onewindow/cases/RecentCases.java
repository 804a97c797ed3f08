package org.onewindow.cases;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.onewindow.cases.store.CaseStore.Found;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cases this node read or wrote within the last minute, so that a command soon after needs no reading: people look at a case
 * and then act, and sweeps and machines give one command after the other.
 *
 * <p>Nothing keeps it up to date with other nodes, sweeps and joint applications, so a case in here may be behind. It can lead
 * to a write, which holds only in the version it was decided on, but never to a refusal or to a page. The applicant lies here
 * as in the database, sealed. A minute is less than a failover takes to a replica that had lost the last commits, after which
 * a version could come a second time.
 */
@Component
final class RecentCases {

    private static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Cache<String, Found> byNumber =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    Optional<Found> find(String number) {
        return Optional.ofNullable(byNumber.getIfPresent(number));
    }

    /** Notes a case as it is in the database, where no transaction can take it back any more. */
    void note(Found found) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            byNumber.put(found.file().number(), found);
        }
    }

    void forget(String number) {
        byNumber.invalidate(number);
    }
}
