package org.onewindow.layout;

import org.onewindow.access.CurrentActor;
import org.onewindow.divisions.Divisions;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Frames every page; the API and static files need no frame. */
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration implements WebMvcConfigurer {

    private final Divisions divisions;
    private final CurrentActor currentActor;

    LayoutConfiguration(Divisions divisions, CurrentActor currentActor) {
        this.divisions = divisions;
        this.currentActor = currentActor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FrameInterceptor(divisions, currentActor))
                .excludePathPatterns(
                        "/api/v1/**", "/api/openapi.json", "/css/**", "/js/**", "/icons/**", "/webjars/**");
    }
}
