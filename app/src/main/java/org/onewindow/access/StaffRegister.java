package org.onewindow.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.model.Staffing;
import org.onewindow.access.store.StaffStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Component;

/**
 * Answers from memory. The picture is replaced as a whole after each change on this node; changes made by other nodes are found
 * by comparing a generation number, at most once a second (one read of a one-row table), so that somebody disabled anywhere is
 * out everywhere within a second.
 */
@Component
public class StaffRegister implements StaffDirectory, Authority {

    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private record Picture(long generation, Staffing staffing) {}

    private final StaffStore store;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Picture picture;
    private volatile long lookedAtNanos;

    StaffRegister(StaffStore store) {
        this.store = store;
    }

    /** The present picture. */
    public Staffing staffing() {
        Picture known = picture;
        if (known == null) {
            return reload();
        }
        if (System.nanoTime() - lookedAtNanos > LOOK_AGAIN_NANOS && loading.tryLock()) {
            try {
                lookedAtNanos = System.nanoTime();
                if (store.generation() != known.generation()) {
                    return reload();
                }
            } finally {
                loading.unlock();
            }
        }
        return known.staffing();
    }

    /** Builds the picture anew; called after each change has been committed. */
    Staffing reload() {
        loading.lock();
        try {
            lookedAtNanos = System.nanoTime();
            // The number first: a change in between is then seen as one at the next look.
            long generation = store.generation();
            Staffing staffing = store.load();
            picture = new Picture(generation, staffing);
            return staffing;
        } finally {
            loading.unlock();
        }
    }

    @Override
    public Optional<StaffMember> find(String userName) {
        return staffing().member(userName).map(StaffRegister::shown);
    }

    @Override
    public String displayName(String userName) {
        return staffing().member(userName).map(Staffing.Member::displayName).orElse(userName);
    }

    @Override
    public Optional<Actor> actor(String userName) {
        return staffing().actor(userName);
    }

    @Override
    public Optional<String> identity(String userName) {
        return staffing().member(userName).map(Staffing.Member::identity);
    }

    @Override
    public List<StaffMember> holders(Role role, @Nullable String department) {
        return staffing().holders(role, department).stream()
                .map(StaffRegister::shown)
                .toList();
    }

    @Override
    public List<StaffMember> holdersAt(Role role, String window) {
        return holders(role, window);
    }

    @Override
    public boolean mayAccept(Actor actor, String itemCode, @Nullable String window, LocalDate day) {
        return staffing().mayAccept(actor, itemCode, window, day);
    }

    @Override
    public boolean mayDecide(Actor actor, String itemCode, String department, LocalDate day) {
        return staffing().mayDecide(actor, itemCode, department, day);
    }

    @Override
    public boolean maySeal(Actor actor, String itemCode, String department, LocalDate day) {
        return staffing().maySeal(actor, itemCode, department, day);
    }

    static StaffMember shown(Staffing.Member member) {
        return new StaffMember(
                member.userName(), member.displayName(), member.disabled(), member.identity() != null, member.posts());
    }
}
