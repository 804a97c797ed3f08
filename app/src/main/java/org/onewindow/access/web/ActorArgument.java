package org.onewindow.access.web;

import org.jspecify.annotations.Nullable;
import org.onewindow.access.CurrentActor;
import org.onewindow.kernel.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the current {@link Actor} as a plain parameter. */
final class ActorArgument implements HandlerMethodArgumentResolver {

    private final CurrentActor current;

    ActorArgument(CurrentActor current) {
        this.current = current;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current.get();
    }
}
