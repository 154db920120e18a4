import { Component } from 'react';
import type { ReactNode } from 'react';
import { WordsContext } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Empty } from '#renderer/ui/empty.tsx';

interface Props {
  /** A new value clears the failure: the reporter went elsewhere. */
  readonly at: string;
  readonly children: ReactNode;
}

interface State {
  readonly failedAt: string | null;
}

/** A bug in one screen takes down that screen only; what is saved stays saved, and the rail still leads away. */
export class ErrorBoundary extends Component<Props, State> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state: State = { failedAt: null };

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return state.failedAt !== null && state.failedAt !== props.at && state.failedAt !== '' ? { failedAt: null } : null;
  }

  static getDerivedStateFromError(): State {
    return { failedAt: '' };
  }

  override componentDidUpdate(): void {
    if (this.state.failedAt === '') this.setState({ failedAt: this.props.at });
  }

  override render(): ReactNode {
    if (this.state.failedAt === null) return this.props.children;
    const words = this.context;
    if (words === null) return null;
    return (
      <Empty
        title={words.t('app.broken')}
        text={words.t('app.broken.text')}
        acts={
          <>
            <Button look="primary" size="large" onClick={() => this.setState({ failedAt: null })}>{words.t('app.retry')}</Button>
            <Button size="large" onClick={() => window.location.reload()}>{words.t('app.broken.reload')}</Button>
          </>
        }
      />
    );
  }
}
