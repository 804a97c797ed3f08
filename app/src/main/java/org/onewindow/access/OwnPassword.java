package org.onewindow.access;

import org.onewindow.access.model.Staffing;
import org.onewindow.access.store.StaffStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changing one's own password: ends all other sessions and cached credentials of the same person; tokens stay. */
@Component
public class OwnPassword {

    private final StaffStore store;
    private final StaffRegister register;
    private final StaffPasswords passwords;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    OwnPassword(
            StaffStore store,
            StaffRegister register,
            StaffPasswords passwords,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.register = register;
        this.passwords = passwords;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Changes it.
     *
     * @return the person's new password version; the session in which it was changed goes on with it
     * @throws InvalidInput when the present password is wrong or the new one won't do
     */
    public int change(Actor owner, String present, String wanted) {
        Staffing.Member member = register.staffing()
                .member(owner.userName())
                .orElseThrow(() -> new NotAllowed("only staff have passwords"));
        if (!passwords.matches(present, member.passwordHash())) {
            throw new InvalidInput("/present", "password.wrong");
        }
        if (present.equals(wanted)) {
            throw new InvalidInput("/wanted", "password.same");
        }
        passwords.check("/wanted", owner.userName(), wanted);
        String hash = passwords.encode(wanted);
        transaction.executeWithoutResult(status -> {
            store.moveGeneration();
            store.setPassword(owner.userName(), hash);
            store.record(time.now(), owner.userName(), "staff.password-changed", owner.userName(), "{}");
        });
        return register.reload()
                .member(owner.userName())
                .orElseThrow(() -> org.onewindow.kernel.Bug.found("staff are never deleted"))
                .passwordVersion();
    }
}
